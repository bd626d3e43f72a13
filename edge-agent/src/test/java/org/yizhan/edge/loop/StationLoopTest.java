package org.yizhan.edge.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.edge.entry.VisitorKey;
import org.yizhan.edge.fixtures.FixtureHardware;
import org.yizhan.edge.fixtures.HardwareFactory;
import org.yizhan.edge.fixtures.TestProfiles;
import org.yizhan.edge.hardware.simulated.SimulatedStation;
import org.yizhan.edge.hardware.simulated.SimulatedTime;
import org.yizhan.edge.station.EntryAnswer;
import org.yizhan.edge.station.Passes;
import org.yizhan.edge.station.StationEvent.Tick;
import org.yizhan.edge.station.StationState;
import org.yizhan.edge.time.Moments;
import org.yizhan.pass.RefusalReason;
import org.yizhan.station.StationProfile;
import org.yizhan.wire.Fact;
import org.yizhan.wire.FaultKind;
import org.yizhan.wire.HardwareKind;
import org.yizhan.wire.Presence;

class StationLoopTest {
  @TempDir Path data;
  private final SimulatedTime time = new SimulatedTime(Moments.BEGAN);
  private final MemoryJournal journal = new MemoryJournal();
  private final AtomicInteger presences = new AtomicInteger();
  private final StationProfile profile = TestProfiles.simulated();
  private FixtureHardware hardware;
  private SimulatedStation world;
  private StationLoop loop;

  @BeforeEach
  void open_the_station() {
    hardware = HardwareFactory.open(profile, time, time, data);
    world = hardware.simulated().orElseThrow();
    StationState start =
        StationState.atStart(
            time.now(), profile, Passes.trusted(), Map.of(), new VisitorKey("0b".repeat(32)));
    loop = new StationLoop("0.1.0", start, time, hardware, journal, presences::incrementAndGet);
    loop.start();
    time.advance(Duration.ZERO);
    settle();
  }

  @AfterEach
  void close_the_station() {
    loop.close();
    hardware.close();
  }

  @Test
  void begins_its_journal_with_the_opening() {
    assertThat(journal.appended().getFirst())
        .isEqualTo(new Fact.JournalOpened("0.1.0", HardwareKind.SIMULATED, 0));
  }

  @Test
  void lets_a_worker_in_and_charts_the_way() throws Exception {
    EntryAnswer answer = scan(Passes.GOOD);

    boolean opened = world.pushDoor();
    settle();

    assertThat(answer.admitted()).isTrue();
    assertThat(opened).isTrue();
    assertThat(journal.appended())
        .hasAtLeastOneElementOfType(Fact.PassAdmitted.class)
        .contains(new Fact.DoorOpened());
    assertThat(loop.snapshot().door()).isEqualTo(Presence.DoorState.OPEN);
    assertThat(presences).hasPositiveValue();
  }

  @Test
  void refuses_a_forged_pass_and_keeps_the_lock_shut() throws Exception {
    EntryAnswer answer = scan(Passes.FORGED);

    assertThat(answer.refusal()).contains(RefusalReason.UNKNOWN_ISSUER);
    assertThat(world.pushDoor()).isFalse();
  }

  @Test
  void relocks_by_itself() throws Exception {
    scan(Passes.GOOD);

    time.advance(profile.door().unlockFor().plusMillis(1));

    assertThat(world.pushDoor()).isFalse();
  }

  @Test
  void opens_with_the_journal_gone_and_says_so() throws Exception {
    journal.refuse(true);

    EntryAnswer answer = scan(Passes.GOOD);
    boolean opened = world.pushDoor();
    settle();

    assertThat(answer.admitted()).isTrue();
    assertThat(opened).isTrue();
    assertThat(faults()).containsExactly(FaultKind.JOURNAL_FAILED);
  }

  @Test
  void clears_the_journal_s_fault_when_it_takes_facts_again() throws Exception {
    journal.refuse(true);
    scan(Passes.GOOD);
    settle();
    journal.refuse(false);

    scan(Passes.GOOD);
    settle();

    assertThat(faults()).isEmpty();
  }

  @Test
  void hears_of_a_writer_that_cannot_write() {
    journal.report("No space left on device");
    settle();
    var full = faults();
    journal.report(null);
    settle();

    assertThat(full).containsExactly(FaultKind.JOURNAL_FAILED);
    assertThat(faults()).isEmpty();
  }

  @Test
  void says_what_a_power_cut_took_with_it_only_by_what_the_disk_has() throws Exception {
    journal.flush();

    EntryAnswer answer = scan(Passes.GOOD);
    journal.crash();

    assertThat(answer.admitted()).isTrue();
    assertThat(journal.durable()).noneMatch(Fact.PassAdmitted.class::isInstance);
    assertThat(loop.snapshot().backlog()).isEqualTo(journal.durable().size());
  }

  @Test
  void goes_on_with_a_broken_lock_and_raises_the_fault_once() throws Exception {
    world.fail(TestProfiles.LOCK, true);

    EntryAnswer first = scan(Passes.GOOD);
    EntryAnswer second = scan(Passes.GOOD);
    time.advance(Duration.ZERO);
    settle();

    assertThat(first.admitted()).isTrue();
    assertThat(second.admitted()).isTrue();
    assertThat(faults()).containsExactly(FaultKind.LOCK_FAILED);
    assertThat(journal.appended().stream().filter(Fact.FaultRaised.class::isInstance)).hasSize(1);
  }

  @Test
  void opens_again_once_the_lock_is_repaired() throws Exception {
    world.fail(TestProfiles.LOCK, true);
    scan(Passes.GOOD);
    time.advance(Duration.ZERO);
    world.fail(TestProfiles.LOCK, false);
    time.advance(Duration.ofMinutes(2));

    scan(Passes.GOOD);
    boolean opened = world.pushDoor();
    settle();

    assertThat(opened).isTrue();
    assertThat(faults()).isEmpty();
  }

  @Test
  void answers_every_one_of_many_at_once() throws Exception {
    var answers =
        IntStream.range(0, Replies.WAITING_MAX)
            .mapToObj(i -> loop.ask(reply -> world.scan(i % 2 == 0 ? Passes.GOOD : "junk", reply)))
            .toList();

    long admitted = 0;
    for (var answer : answers) {
      admitted += answer.get(20, TimeUnit.SECONDS).admitted() ? 1 : 0;
    }

    assertThat(admitted).isEqualTo(Replies.WAITING_MAX / 2);
    assertThat(loop.figures().admitted()).isEqualTo(Replies.WAITING_MAX / 2);
  }

  @Test
  void passes_on_why_a_scan_could_not_be_shown() {
    world.fail(TestProfiles.SCANNER, true);
    time.advance(Duration.ZERO);

    assertThatThrownBy(() -> loop.ask(reply -> world.scan(Passes.GOOD, reply)))
        .hasMessageContaining("broken or not open");
  }

  @Test
  void finishes_what_waits_before_it_ends() throws Exception {
    var answer = loop.ask(reply -> world.scan(Passes.GOOD, reply));

    loop.close();

    loop.ended().get(20, TimeUnit.SECONDS);
    assertThat(answer.get(20, TimeUnit.SECONDS).admitted()).isTrue();
    assertThat(loop.offer(new Tick(time.now()))).isFalse();
  }

  private EntryAnswer scan(String text) throws Exception {
    EntryAnswer answer = loop.ask(reply -> world.scan(text, reply)).get(20, TimeUnit.SECONDS);
    settle();
    return answer;
  }

  /** Waits until the loop has seen everything, what it said to itself included. */
  private void settle() {
    for (int round = 0; round < 2; round++) {
      long before = loop.figures().events();
      loop.offer(new Tick(time.now()));
      Await.until("the loop has seen the tick", () -> loop.figures().events() > before);
      Await.until("the inbox is empty", loop::isIdle);
    }
  }

  private List<FaultKind> faults() {
    return loop.snapshot().faults().stream().map(Presence.Fault::kind).toList();
  }
}
