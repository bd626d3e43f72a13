package org.yizhan.simulation;

import java.nio.file.Path;
import java.time.Instant;
import org.yizhan.station.StationProfile;

/**
 * What the days of one group share: the hub, the twin that nothing ever happens to, and where their
 * files are.
 */
record SharedHub(
    Path folder, HubReplica hub, HubReplica twin, StationProfile profile, Faults faults)
    implements AutoCloseable {
  private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

  /**
   * @param template a database with its tables and nothing else
   * @param folder of this group alone
   */
  static SharedHub open(Path template, Path folder, StationProfile profile, Faults faults) {
    return new SharedHub(
        folder,
        new HubReplica(template, folder.resolve("hub.db"), NOW),
        new HubReplica(template, folder.resolve("twin.db"), NOW),
        profile,
        faults);
  }

  @Override
  public void close() {
    hub.close();
    twin.close();
  }
}
