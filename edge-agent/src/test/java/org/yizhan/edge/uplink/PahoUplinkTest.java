package org.yizhan.edge.uplink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.edge.journal.Samples.admitted;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.edge.desired.DesiredState;
import org.yizhan.edge.identity.IdentityFolder;
import org.yizhan.edge.identity.TestAuthority;
import org.yizhan.edge.journal.JournalWatch;
import org.yizhan.edge.journal.Samples;
import org.yizhan.edge.journal.SqliteJournal;
import org.yizhan.edge.station.StationEvent;
import org.yizhan.edge.station.StationEvent.TrustChanged;
import org.yizhan.edge.station.StationEvent.UnlockOrdered;
import org.yizhan.edge.time.StationClock;
import org.yizhan.pass.PassId;
import org.yizhan.station.StationId;
import org.yizhan.wire.HardwareKind;
import org.yizhan.wire.Moment;
import org.yizhan.wire.Order;
import org.yizhan.wire.Presence;

/** The uplink against a real broker over real mutual TLS. */
class PahoUplinkTest {
  private static final StationId STATION = new StationId("lc-test-01");

  @TempDir Path folder;

  private final BlockingQueue<StationEvent> events = new LinkedBlockingQueue<>();
  private final StationClock clock = new RunningClock();
  private final TestAuthority authority = new TestAuthority();
  private Mosquitto broker;
  private StandInHub hub;
  private SqliteJournal journal;
  private PahoUplink uplink;

  @BeforeEach
  void start() throws Exception {
    Assumptions.assumeTrue(
        Mosquitto.program().isPresent(),
        "Mosquitto is not installed (Debian: apt-get install mosquitto)");
    authority.writeServer(folder);
    broker = new Mosquitto(folder);
    broker.start();
    authority.writeStation(folder.resolve("identity"), STATION.value(), broker.port());
    authority.writeStation(folder.resolve("hub"), "hub", broker.port());
    hub = new StandInHub(new IdentityFolder(folder.resolve("hub")).load(), STATION);
    journal = Samples.open(folder.resolve("journal"));
    DesiredState desired = DesiredState.open(folder.resolve("desired"), STATION);
    uplink = new PahoUplink(folder, clock, journal, desired, this::snapshot, events::add);
  }

  @AfterEach
  void stop() throws Exception {
    try {
      if (uplink != null) {
        uplink.close();
        journal.close();
        hub.close();
      }
    } finally {
      if (broker != null) {
        broker.close();
      }
    }
  }

  @Test
  void brings_facts_to_the_hub_and_moves_the_watermark_by_its_answer() {
    uplink.start();
    journal.append(clock.now(), admitted(1));
    journal.append(clock.now(), admitted(2));

    hub.awaitFacts(2);

    assertThat(hub.facts()).containsExactly(admitted(1), admitted(2));
    awaitBacklog(0);
  }

  @Test
  void shows_presence_on_connect_and_farewell_when_closed() {
    uplink.start();
    hub.awaitPresence(Presence.Online.class);

    uplink.close();

    hub.awaitPresence(Presence.Gone.class);
    assertThat(hub.presences())
        .extracting(Presence::connection)
        .containsOnly(hub.presences().getFirst().connection());
  }

  @Test
  void drains_ten_thousand_facts_of_a_week_offline_once_each() {
    var watch = new JournalWatch();
    journal.listen(watch);
    for (int i = 0; i < 10_000; i++) {
      journal.append(clock.now(), admitted(i));
    }
    watch.awaitCommitted(10_001);

    uplink.start();

    hub.awaitFacts(10_000);
    awaitBacklog(0);
    assertThat(hub.facts()).hasSize(10_000).doesNotHaveDuplicates();
  }

  @Test
  void comes_back_after_the_broker_was_killed_and_loses_nothing() throws Exception {
    uplink.start();
    journal.append(clock.now(), admitted(1));
    hub.awaitFacts(1);
    broker.stop();
    journal.append(clock.now(), admitted(2));
    hub.close();
    broker.start();
    hub = new StandInHub(new IdentityFolder(folder.resolve("hub")).load(), STATION);

    hub.awaitFacts(1);

    assertThat(hub.facts()).contains(admitted(2));
  }

  @Test
  void hands_an_order_to_unlock_over_once_and_never_when_expired() throws Exception {
    uplink.start();
    hub.awaitPresence(Presence.Online.class);
    long soon = clock.now().wallMs() + 60_000;

    hub.order(new Order.UnlockDoor("late", clock.now().wallMs() - 1));
    hub.order(new Order.UnlockDoor("one", soon));
    hub.order(new Order.UnlockDoor("one", soon));
    hub.order(new Order.UnlockDoor("two", soon));

    assertThat(List.of(nextEvent(), nextEvent()))
        .extracting(event -> ((UnlockOrdered) event).id())
        .containsExactly("one", "two");
  }

  @Test
  void applies_revocations_and_keeps_them_on_the_card() throws Exception {
    uplink.start();
    hub.awaitPresence(Presence.Online.class);
    var lost = new PassId("0123456789abcdef0123456789abcdef");

    hub.order(new Order.ApplyRevocations(4, 1, List.of(lost)));

    assertThat(nextEvent())
        .isInstanceOfSatisfying(
            TrustChanged.class,
            changed -> assertThat(changed.trusted().revoked()).containsExactly(lost));
    assertThat(DesiredState.open(folder.resolve("desired"), STATION).trusted().revoked())
        .containsExactly(lost);
  }

  @Test
  void does_not_speak_to_a_hub_of_another_authority() throws Exception {
    new TestAuthority().writeStation(folder.resolve("identity"), STATION.value(), broker.port());
    journal.append(clock.now(), admitted(1));

    uplink.start();

    awaitOfflineReason("do not trust each other");
    assertThat(hub.facts()).isEmpty();
  }

  @Test
  void says_what_to_do_when_the_station_is_not_enrolled() throws Exception {
    Files.delete(folder.resolve("identity").resolve("station.crt"));

    uplink.start();

    awaitOfflineReason("run station enrol");
  }

  private StationEvent nextEvent() throws InterruptedException {
    return Optional.ofNullable(events.poll(20, TimeUnit.SECONDS)).orElseThrow();
  }

  private void awaitBacklog(long backlog) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (journal.backlog() != backlog) {
      assertThat(System.nanoTime()).as("backlog %d", journal.backlog()).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private void awaitOfflineReason(String words) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!(uplink.status() instanceof UplinkStatus.Offline(Moment _, String why)
        && why.contains(words))) {
      assertThat(System.nanoTime()).as("status %s", uplink.status()).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private Presence.Snapshot snapshot() {
    return new Presence.Snapshot(
        clock.now(),
        "test",
        HardwareKind.SIMULATED,
        Presence.DoorState.CLOSED,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Map.of(),
        journal.held(),
        journal.backlog());
  }

  /** The machine's own time, as on a station whose clock is trusted. */
  private static final class RunningClock implements StationClock {
    private final long originNanos = System.nanoTime();
    private final long originMs = System.currentTimeMillis();

    @Override
    public Moment now() {
      long sinceMs = TimeUnit.NANOSECONDS.toMillis(nanos());
      return new Moment(sinceMs, originMs + sinceMs, true);
    }

    @Override
    public long nanos() {
      return System.nanoTime() - originNanos;
    }
  }
}
