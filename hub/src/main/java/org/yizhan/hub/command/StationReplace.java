package org.yizhan.hub.command;

import org.yizhan.hub.identity.StationRegister;
import org.yizhan.hub.identity.StationRegister.Registered;
import org.yizhan.hub.settings.HubSettings.Reachable;
import org.yizhan.station.StationId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hub station replace}: the old device is nobody from now on; a new one gets a bundle. */
@Command(name = "replace")
final class StationReplace implements Runnable {
  @Mixin private HubOptions options;
  @Mixin private BundleWriter bundle;

  @Parameters(paramLabel = "STATION", descriptionKey = "station")
  private StationId station;

  @Override
  public void run() {
    try (OpenHub hub = options.open()) {
      StationRegister register = hub.register();
      Registered there =
          register
              .find(station)
              .orElseThrow(
                  () ->
                      new CommandException(
                          station + " is not on the register: 'hub station list' names them all"));
      if (there.profileYaml().isEmpty()) {
        throw new CommandException(
            station + " has no profile here: give it one first (hub station adopt --profile FILE)");
      }
      Reachable reachable = bundle.reachable(hub);
      register.endDevice(station);
      bundle.write(hub, reachable, station, there.profileYaml(), options);
    }
  }
}
