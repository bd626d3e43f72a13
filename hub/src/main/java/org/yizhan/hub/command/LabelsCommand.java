package org.yizhan.hub.command;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yizhan.hub.identity.StationRegister.Registered;
import org.yizhan.hub.labels.LabelSheet;
import org.yizhan.hub.labels.StationLabel;
import org.yizhan.hub.settings.PagesAddress;
import org.yizhan.station.StationId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hub labels}: sheets to print and hang up, with the code a phone scans. */
@Command(name = "labels")
final class LabelsCommand implements Runnable {
  private static final String LEADS_NOBODY =
      "Do not print these yet: no phone gets to that address, which is this machine's own. Start the"
          + " hub with --web-url and the address phones can reach, such as https://hub.example.org,"
          + " then make them anew.";

  @Mixin private HubOptions options;

  @Option(names = "--station", paramLabel = "ID", descriptionKey = "labels-station")
  private @Nullable List<StationId> stations;

  @Option(
      names = "--out",
      paramLabel = "FILE.pdf",
      descriptionKey = "labels-out",
      defaultValue = "labels.pdf")
  private Path file;

  @Override
  public void run() {
    try (OpenHub hub = options.open()) {
      String address =
          hub.settings()
              .webAddress()
              .orElseThrow(
                  () ->
                      new CommandException(
                          "this hub has not run yet, so its address is not known: start it once"));
      List<StationLabel> labels =
          wanted(hub).stream()
              .map(station -> StationLabel.of(station.id(), station.name(), address))
              .toList();
      byte[] pdf = LabelSheet.pdf(labels);
      PrivateFile.write(file, out -> out.write(pdf));
      JsonArray codes = new JsonArray(labels.stream().map(StationLabel::address).toList());
      JsonObject json =
          new JsonObject().put("file", file.toAbsolutePath().toString()).put("codes", codes);
      String text =
          file + ": " + labels.size() + " pages to print on A4; their codes lead to " + address;
      if (!PagesAddress.isReachable(address)) {
        json.put("warning", LEADS_NOBODY);
        text += "\n" + LEADS_NOBODY;
      }
      options.answer(json, text);
    }
  }

  private List<Registered> wanted(OpenHub hub) {
    List<Registered> used = hub.register().all().stream().filter(each -> !each.retired()).toList();
    List<StationId> named = stations;
    List<Registered> wanted =
        named == null ? used : named.stream().distinct().map(id -> find(used, id)).toList();
    if (wanted.isEmpty()) {
      throw new CommandException("there is no station to print labels for yet");
    }
    if (wanted.size() > LabelSheet.STATIONS_MAX) {
      throw new CommandException(
          "a file holds labels of at most "
              + LabelSheet.STATIONS_MAX
              + " stations: name some with --station");
    }
    return wanted;
  }

  private static Registered find(List<Registered> used, StationId id) {
    return used.stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new CommandException(
                    id + " is not a station in use: 'hub station list' names them"));
  }
}
