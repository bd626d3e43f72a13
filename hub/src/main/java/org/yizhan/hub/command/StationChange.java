package org.yizhan.hub.command;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.Optional;
import org.yizhan.hub.identity.StationRegister.ProfileText;
import org.yizhan.station.StationId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands that change one station's row: {@code profile}, {@code adopt}, {@code retire}. */
final class StationChange {
  private StationChange() {}

  /** {@code hub station profile FILE}: sends a station a new profile. */
  @Command(name = "profile")
  static final class Profile implements Runnable {
    @Mixin private HubOptions options;

    @Parameters(paramLabel = "FILE", descriptionKey = "profile")
    private Path file;

    @Override
    public void run() {
      ProfileText text = ProfileFile.read(file);
      try (OpenHub hub = options.open()) {
        hub.register().changeProfile(text.profile(), text.yaml());
        options.answer(
            new JsonObject().put("station", text.profile().id().value()).put("changed", true),
            text.profile().id()
                + " is sent its new profile: at once when it is connected, else when it comes"
                + " back.");
      }
    }
  }

  /** {@code hub station adopt STATION}: ends its quarantine. */
  @Command(name = "adopt")
  static final class Adopt implements Runnable {
    @Mixin private HubOptions options;

    @Parameters(paramLabel = "STATION", descriptionKey = "station")
    private StationId station;

    @Option(names = "--profile", paramLabel = "FILE", descriptionKey = "adopt-profile")
    private Optional<Path> profile = Optional.empty();

    @Override
    public void run() {
      Optional<ProfileText> text = profile.map(ProfileFile::read);
      text.ifPresent(
          given -> {
            if (!given.profile().id().equals(station)) {
              throw new CommandException(
                  profile.orElseThrow()
                      + " is the profile of "
                      + given.profile().id()
                      + ", not of "
                      + station);
            }
          });
      try (OpenHub hub = options.open()) {
        hub.register().adopt(station, text);
        options.answer(
            new JsonObject().put("station", station.value()).put("adopted", true),
            station
                + " is one of our stations again"
                + (text.isPresent()
                    ? "."
                    : ", under its id: give it name and place with 'hub station profile FILE'."));
      }
    }
  }

  /** {@code hub station retire STATION}: out of use; its facts stay. */
  @Command(name = "retire")
  static final class Retire implements Runnable {
    @Mixin private HubOptions options;

    @Parameters(paramLabel = "STATION", descriptionKey = "station")
    private StationId station;

    @Override
    public void run() {
      try (OpenHub hub = options.open()) {
        hub.register().retire(station);
        options.answer(
            new JsonObject().put("station", station.value()).put("retired", true),
            station + " is retired: its device can no longer connect, its history stays.");
      }
    }
  }
}
