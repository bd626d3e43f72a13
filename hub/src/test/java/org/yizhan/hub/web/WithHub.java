package org.yizhan.hub.web;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.hub.identity.SettableClock;

/** A hub with the lifelike little network on a clock that stands still, and somebody before it. */
class WithHub {
  final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T04:30:00Z"));
  final LifelikeNetwork network = LifelikeNetwork.little(clock);

  @SuppressWarnings("NullAway.Init")
  TestHub hub;

  @SuppressWarnings("NullAway.Init")
  HubClient client;

  @BeforeEach
  final void open(@TempDir Path folder) {
    hub = new TestHub(folder, network, clock);
    client = new HubClient(hub);
  }

  @AfterEach
  final void close() {
    hub.close();
  }
}
