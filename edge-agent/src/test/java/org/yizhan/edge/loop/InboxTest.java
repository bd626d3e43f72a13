package org.yizhan.edge.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yizhan.edge.fixtures.TestProfiles;
import org.yizhan.edge.station.StationEvent;
import org.yizhan.edge.station.StationEvent.PassScanned;
import org.yizhan.edge.station.StationEvent.ShelfWeighed;
import org.yizhan.edge.time.Moments;

class InboxTest {
  private final Inbox inbox = new Inbox();

  @Test
  void gives_out_in_the_order_of_arrival() throws InterruptedException {
    inbox.put(weight(1), 10);
    inbox.put(scan(2), 20);
    inbox.put(weight(3), 30);
    inbox.close();

    assertThat(drained()).containsExactly(weight(1), scan(2), weight(3));
  }

  @Test
  void sheds_telemetry_for_a_scan_when_full() throws InterruptedException {
    for (int i = 0; i < Inbox.EVENTS_MAX; i++) {
      inbox.put(weight(i), i);
    }

    boolean scanTaken = inbox.put(scan(0), 0);
    boolean weightTaken = inbox.put(weight(-1), 0);
    inbox.close();

    assertThat(scanTaken).isTrue();
    assertThat(weightTaken).isFalse();
    assertThat(inbox.shed()).isEqualTo(2);
    assertThat(drained()).hasSize(Inbox.EVENTS_MAX).startsWith(weight(1)).endsWith(scan(0));
  }

  @Test
  void turns_a_newcomer_away_only_when_nothing_but_the_door_waits() {
    for (int i = 0; i < Inbox.EVENTS_MAX; i++) {
      inbox.put(scan(i), i);
    }

    assertThat(inbox.put(scan(-1), 0)).isFalse();
    assertThat(inbox.waiting()).isEqualTo(Inbox.EVENTS_MAX);
  }

  @Test
  void never_grows_past_its_limit_and_never_sheds_a_scan_for_telemetry()
      throws InterruptedException {
    for (long seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      Inbox flooded = new Inbox();
      int scans = 0;

      for (int i = 0; i < 5_000; i++) {
        if (random.nextInt(10) == 0) {
          scans += flooded.put(scan(i), i) ? 1 : 0;
        } else {
          flooded.put(weight(i), i);
        }
        assertThat(flooded.waiting()).as("seed %d", seed).isLessThanOrEqualTo(Inbox.EVENTS_MAX);
      }
      flooded.close();

      int given = 0;
      for (var next = flooded.take(); next.isPresent(); next = flooded.take()) {
        given += next.get().event() instanceof PassScanned ? 1 : 0;
      }
      assertThat(given).as("seed %d", seed).isEqualTo(scans);
    }
  }

  @Test
  void takes_nothing_once_closed() throws InterruptedException {
    inbox.close();

    assertThat(inbox.put(scan(0), 0)).isFalse();
    assertThat(inbox.take()).isEmpty();
  }

  private List<StationEvent> drained() throws InterruptedException {
    List<StationEvent> events = new ArrayList<>();
    for (Optional<Inbox.Arrived> next = inbox.take(); next.isPresent(); next = inbox.take()) {
      events.add(next.get().event());
    }
    return events;
  }

  private static StationEvent scan(int number) {
    return new PassScanned(Moments.at(0), TestProfiles.SCANNER, "scan " + number, 0);
  }

  private static StationEvent weight(int grams) {
    return new ShelfWeighed(Moments.at(0), TestProfiles.SCALE, grams);
  }
}
