package org.yizhan.hub.command;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yizhan.hub.settings.HubSetting;
import org.yizhan.hub.settings.HubSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hub settings [NAME VALUE]}: shows what is set, or sets one. */
@Command(name = "settings")
final class SettingsCommand implements Runnable {
  @Mixin private HubOptions options;

  @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", descriptionKey = "setting-name")
  private Optional<String> name = Optional.empty();

  @Parameters(index = "1", arity = "0..1", paramLabel = "VALUE", descriptionKey = "setting-value")
  private Optional<Integer> value = Optional.empty();

  @Override
  public void run() {
    Optional<HubSetting> setting = name.map(SettingsCommand::named);
    try (OpenHub hub = options.open()) {
      HubSettings settings = hub.settings();
      if (setting.isPresent() && value.isPresent()) {
        set(settings, setting.get(), value.get(), hub.clock().instant());
      }
      JsonObject all = new JsonObject();
      StringBuilder lines = new StringBuilder();
      for (HubSetting each : HubSetting.values()) {
        if (setting.isEmpty() || setting.get() == each) {
          all.put(each.word(), settings.read(each));
          lines.append(
              "%s%-24s %6d   (%d to %d, usually %d)"
                  .formatted(
                      lines.isEmpty() ? "" : "\n",
                      each.word(),
                      settings.read(each),
                      each.least(),
                      each.most(),
                      each.usual()));
        }
      }
      options.answer(all, lines.toString());
    }
  }

  private static void set(HubSettings settings, HubSetting setting, int value, Instant now) {
    try {
      settings.write(setting, value, new HubSettings.LastSet(now, Optional.empty()));
    } catch (IllegalArgumentException e) {
      throw new CommandException(String.valueOf(e.getMessage()), e);
    }
  }

  private static HubSetting named(String word) {
    return HubSetting.of(word)
        .orElseThrow(
            () ->
                new CommandException(
                    "there is no setting "
                        + word
                        + ": there are "
                        + Arrays.stream(HubSetting.values())
                            .map(HubSetting::word)
                            .collect(Collectors.joining(", "))));
  }
}
