package org.yizhan.edge.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yizhan.edge.entry.VisitorKey;
import org.yizhan.edge.fixtures.TestProfiles;
import org.yizhan.edge.station.StationEffect.AnswerScan;
import org.yizhan.edge.station.StationEffect.AppendFact;
import org.yizhan.edge.station.StationEffect.RefreshPresence;
import org.yizhan.edge.station.StationEffect.ReleaseLock;
import org.yizhan.edge.station.StationEffect.Signal;
import org.yizhan.edge.station.StationEvent.ClimateRead;
import org.yizhan.edge.station.StationEvent.ClockSet;
import org.yizhan.edge.station.StationEvent.DoorMoved;
import org.yizhan.edge.station.StationEvent.ExitButtonPressed;
import org.yizhan.edge.station.StationEvent.FixtureFailed;
import org.yizhan.edge.station.StationEvent.FixtureRecovered;
import org.yizhan.edge.station.StationEvent.OrderTurnedDown;
import org.yizhan.edge.station.StationEvent.PassScanned;
import org.yizhan.edge.station.StationEvent.ProfileChanged;
import org.yizhan.edge.station.StationEvent.Tick;
import org.yizhan.edge.station.StationEvent.TrustChanged;
import org.yizhan.edge.station.StationEvent.UnlockOrdered;
import org.yizhan.edge.station.StationEvent.VisitorKeyDrawn;
import org.yizhan.edge.time.Moments;
import org.yizhan.pass.PassKind;
import org.yizhan.pass.RefusalReason;
import org.yizhan.pass.TrustedPassState;
import org.yizhan.station.Celsius;
import org.yizhan.station.Fixture;
import org.yizhan.station.FixtureName;
import org.yizhan.station.PowerUse;
import org.yizhan.station.RelativeHumidity;
import org.yizhan.station.StationProfile;
import org.yizhan.wire.Fact;
import org.yizhan.wire.FaultKind;
import org.yizhan.wire.HardwareKind;
import org.yizhan.wire.Moment;
import org.yizhan.wire.OrderKind;
import org.yizhan.wire.Presence;

class StationTest {
  private static final VisitorKey KEY = new VisitorKey("0b".repeat(32));
  private static final Duration HOLD = Duration.ofSeconds(5);

  private StationState state = start(Passes.trusted());
  private final List<Fact> facts = new ArrayList<>();

  @Test
  void opens_the_door_first_and_charts_it_afterwards() {
    happens(new DoorMoved(Moments.at(0), TestProfiles.CONTACT, false));

    List<StationEffect> effects = scan(Moments.at(1_000), Passes.GOOD);

    assertThat(effects)
        .containsExactly(
            new ReleaseLock(HOLD),
            new Signal(Signal.Pattern.WELCOME),
            new AppendFact(
                new Fact.PassAdmitted(
                    KEY.pseudonym(Passes.CLAIMS.subject()), PassKind.CARD, true, 0)),
            new AnswerScan(7, new EntryAnswer(Optional.empty(), 0)));
  }

  @Test
  void says_with_an_admission_when_nothing_watches_the_door() {
    state =
        StationState.atStart(
            Moments.at(0),
            TestProfiles.with(
                List.of(new Fixture.Scanner(TestProfiles.SCANNER, TestProfiles.SIMULATED))),
            Passes.trusted(),
            Map.of(),
            KEY);

    scan(Moments.at(1_000), Passes.GOOD);

    assertThat(facts)
        .containsExactly(
            new Fact.PassAdmitted(KEY.pseudonym(Passes.CLAIMS.subject()), PassKind.CARD, false, 0));
  }

  @Test
  void an_empty_room_loses_its_power_and_who_is_let_in_has_it_at_once() {
    FixtureName heater = new FixtureName("heater");
    StationProfile profile = TestProfiles.simulated();
    List<Fixture> fixtures = new ArrayList<>(profile.fixtures());
    fixtures.add(new Fixture.PowerRelay(heater, TestProfiles.SIMULATED, PowerUse.WHILE_OCCUPIED));
    state =
        StationState.atStart(
            Moments.at(0), TestProfiles.with(fixtures), Passes.trusted(), Map.of(), KEY);
    List<StationEffect> begun = happens(new DoorMoved(Moments.at(0), TestProfiles.CONTACT, false));
    happens(new StationEvent.PresenceSensed(Moments.at(0), TestProfiles.RADAR, false));

    List<StationEffect> emptied = new ArrayList<>();
    for (long minute = 1; minute <= 30; minute++) {
      emptied.addAll(happens(new Tick(Moments.at(minute * 60_000))));
    }
    List<StationEffect> letIn = scan(Moments.at(31 * 60_000), Passes.GOOD);

    assertThat(begun).contains(new StationEffect.SwitchPower(heater, true));
    assertThat(emptied)
        .filteredOn(StationEffect.SwitchPower.class::isInstance)
        .containsExactly(new StationEffect.SwitchPower(heater, false));
    assertThat(letIn).contains(new StationEffect.SwitchPower(heater, true));
  }

  @Test
  void refuses_a_revoked_pass_while_offline() {
    state = start(Passes.revoked());

    List<StationEffect> effects = scan(Moments.unsure(1_000), Passes.GOOD);

    assertThat(effects)
        .containsExactly(
            new Signal(Signal.Pattern.REFUSED),
            new AppendFact(
                new Fact.PassRefused(
                    RefusalReason.REVOKED, Optional.of(KEY.pseudonym(Passes.CLAIMS.subject())))),
            new AnswerScan(7, new EntryAnswer(Optional.of(RefusalReason.REVOKED), 0)));
  }

  @Test
  void refuses_a_forged_pass_and_one_of_no_trusted_issuer() {
    List<StationEffect> forged = scan(Moments.at(1_000), Passes.FORGED);
    state = start(TrustedPassState.NOTHING);
    List<StationEffect> unknown = scan(Moments.at(1_000), Passes.GOOD);

    assertThat(forged).noneMatch(ReleaseLock.class::isInstance);
    assertThat(unknown).noneMatch(ReleaseLock.class::isInstance);
  }

  @Test
  void answers_nobody_when_nobody_asked() {
    List<StationEffect> effects =
        happens(new PassScanned(Moments.at(0), TestProfiles.SCANNER, "hello", 0));

    assertThat(effects).noneMatch(AnswerScan.class::isInstance);
  }

  @Test
  void raises_the_padlock_and_chain_once_and_clears_it_when_the_door_answers() {
    happens(new DoorMoved(Moments.at(0), TestProfiles.CONTACT, false));
    scan(Moments.at(1_000), Passes.GOOD);
    for (long ms = 2_000; ms <= 60_000; ms += 1_000) {
      happens(new Tick(Moments.at(ms)));
    }
    List<Fact> chained = faultFacts();
    facts.clear();

    scan(Moments.at(61_000), Passes.GOOD);
    List<StationEffect> opened =
        happens(new DoorMoved(Moments.at(63_000), TestProfiles.CONTACT, true));

    assertThat(chained)
        .singleElement()
        .isInstanceOfSatisfying(
            Fact.FaultRaised.class,
            raised -> {
              assertThat(raised.kind()).isEqualTo(FaultKind.DOOR_NEVER_MOVED);
              assertThat(raised.fixture()).isEqualTo(TestProfiles.CONTACT);
            });
    assertThat(opened)
        .containsExactly(
            new AppendFact(new Fact.DoorOpened()),
            new AppendFact(new Fact.FaultCleared(FaultKind.DOOR_NEVER_MOVED, TestProfiles.CONTACT)),
            new RefreshPresence());
  }

  @Test
  void lets_people_out_by_the_relay_as_well() {
    List<StationEffect> effects =
        happens(new ExitButtonPressed(Moments.at(0), TestProfiles.BUTTON));

    assertThat(effects)
        .containsExactly(new ReleaseLock(HOLD), new AppendFact(new Fact.ExitPressed()));
  }

  @Test
  void carries_out_a_remote_unlock_once_and_never_after_its_time() {
    long expires = Moments.at(10_000).wallMs();

    List<StationEffect> first = happens(new UnlockOrdered(Moments.at(0), "a", expires));
    List<StationEffect> repeated = happens(new UnlockOrdered(Moments.at(1_000), "a", expires));
    List<StationEffect> late = happens(new UnlockOrdered(Moments.at(10_001), "b", expires));

    assertThat(first)
        .containsExactly(
            new ReleaseLock(HOLD),
            new Signal(Signal.Pattern.WELCOME),
            new AppendFact(new Fact.DoorUnlockedByOrder("a")));
    assertThat(repeated).isEmpty();
    assertThat(late).isEmpty();
  }

  @Test
  void expects_no_movement_after_a_remote_unlock() {
    happens(new DoorMoved(Moments.at(0), TestProfiles.CONTACT, false));
    happens(new UnlockOrdered(Moments.at(0), "a", Long.MAX_VALUE));

    happens(new Tick(Moments.at(60_000)));

    assertThat(faultFacts()).isEmpty();
  }

  @Test
  void calls_when_the_door_is_held_open() {
    happens(new DoorMoved(Moments.at(0), TestProfiles.CONTACT, true));

    List<StationEffect> effects = happens(new Tick(Moments.at(90_000)));

    assertThat(effects).contains(new Signal(Signal.Pattern.DOOR_HELD_OPEN));
    assertThat(snapshot(90_000).door()).isEqualTo(Presence.DoorState.HELD_OPEN);
  }

  @Test
  void raises_a_reported_fault_once_however_often_it_is_reported() {
    for (int i = 0; i < 10; i++) {
      happens(failed(TestProfiles.LOCK, FaultKind.LOCK_FAILED));
    }
    happens(new FixtureRecovered(Moments.at(1), TestProfiles.LOCK, FaultKind.LOCK_FAILED));

    assertThat(facts)
        .containsExactly(
            new Fact.FaultRaised(FaultKind.LOCK_FAILED, TestProfiles.LOCK, "it does not answer"),
            new Fact.FaultCleared(FaultKind.LOCK_FAILED, TestProfiles.LOCK));
  }

  @Test
  void knows_nothing_of_a_door_whose_contact_failed() {
    happens(new DoorMoved(Moments.at(0), TestProfiles.CONTACT, false));

    happens(failed(TestProfiles.CONTACT, FaultKind.SENSOR_FAILED));
    scan(Moments.at(1_000), Passes.GOOD);
    happens(new Tick(Moments.at(60_000)));

    assertThat(snapshot(60_000).door()).isEqualTo(Presence.DoorState.UNKNOWN);
    assertThat(state.faults().list())
        .extracting(Presence.Fault::kind)
        .containsExactly(FaultKind.SENSOR_FAILED);
  }

  @Test
  void misses_a_trusted_clock_after_a_minute_only() {
    happens(new Tick(Moments.unsure(59_000)));
    List<Fact> early = faultFacts();
    happens(new Tick(Moments.unsure(60_000)));
    happens(new ClockSet(Moments.at(61_000), 5_000));
    happens(new Tick(Moments.at(62_000)));

    assertThat(early).isEmpty();
    assertThat(facts)
        .containsExactly(
            new Fact.FaultRaised(
                FaultKind.CLOCK_UNTRUSTED,
                Conditions.CLOCK,
                "neither a time server nor a battery-backed clock has set the time"),
            new Fact.ClockStepped(5_000),
            new Fact.FaultCleared(FaultKind.CLOCK_UNTRUSTED, Conditions.CLOCK));
  }

  @Test
  void follows_new_trust_at_once_and_says_so() {
    happens(new TrustChanged(Moments.at(0), OrderKind.REVOCATIONS, 4, Passes.revoked()));

    List<StationEffect> effects = scan(Moments.at(1), Passes.GOOD);

    assertThat(effects).noneMatch(ReleaseLock.class::isInstance);
    assertThat(facts).startsWith(new Fact.OrderApplied(OrderKind.REVOCATIONS, 4));
    assertThat(snapshot(1).applied()).containsEntry(OrderKind.REVOCATIONS, 4L);
  }

  @Test
  void goes_on_as_before_when_an_order_cannot_be_applied() {
    StationState before = state;

    happens(new OrderTurnedDown(Moments.at(0), OrderKind.PROFILE, 9, "x".repeat(500)));

    assertThat(state).isEqualTo(before);
    assertThat(facts)
        .singleElement()
        .isInstanceOfSatisfying(
            Fact.OrderRefused.class, refused -> assertThat(refused.why()).hasSize(200));
  }

  @Test
  void forgets_what_exchanged_fixtures_said() {
    happens(new ClimateRead(Moments.at(0), TestProfiles.CLIMATE, Celsius.of(5), humid()));
    happens(failed(TestProfiles.SCALE, FaultKind.SENSOR_FAILED));

    happens(new ProfileChanged(Moments.at(1_000), 2, TestProfiles.with(List.of())));

    assertThat(state.faults().list()).isEmpty();
    assertThat(snapshot(1_000).climate()).isEmpty();
    assertThat(snapshot(1_000).occupancy()).as("nothing to estimate with").isEmpty();
  }

  @Test
  void a_door_that_never_moved_was_a_fault_for_ever_once_its_contact_was_taken_away() {
    happens(new DoorMoved(Moments.at(0), TestProfiles.CONTACT, false));
    scan(Moments.at(1_000), Passes.GOOD);
    happens(new Tick(Moments.at(60_000)));
    List<Presence.Fault> chained = state.faults().list();

    happens(new ProfileChanged(Moments.at(61_000), 2, TestProfiles.with(List.of())));

    assertThat(chained)
        .extracting(Presence.Fault::kind)
        .containsExactly(FaultKind.DOOR_NEVER_MOVED);
    assertThat(state.faults().list()).isEmpty();
  }

  @Test
  void a_part_that_was_gone_before_its_failure_was_heard_was_a_fault_for_ever() {
    happens(new ProfileChanged(Moments.at(0), 2, TestProfiles.with(List.of())));

    happens(failed(TestProfiles.RADAR, FaultKind.SENSOR_FAILED));
    happens(failed(new FixtureName("journal"), FaultKind.JOURNAL_FAILED));

    assertThat(state.faults().list())
        .extracting(Presence.Fault::kind)
        .containsExactly(FaultKind.JOURNAL_FAILED);
  }

  @Test
  void gives_a_visitor_a_new_name_each_month() {
    VisitorKey december = new VisitorKey("0c".repeat(32));
    scan(Moments.at(0), Passes.GOOD);

    happens(new VisitorKeyDrawn(Moments.at(1), december));
    scan(Moments.at(2), Passes.GOOD);

    assertThat(facts)
        .extracting(fact -> ((Fact.PassAdmitted) fact).visitor())
        .containsExactly(
            KEY.pseudonym(Passes.CLAIMS.subject()), december.pseudonym(Passes.CLAIMS.subject()));
  }

  @Test
  void shows_unknown_as_unknown() {
    Presence.Snapshot now = snapshot(0);

    assertThat(now.door()).isEqualTo(Presence.DoorState.UNKNOWN);
    assertThat(now.climate()).isEmpty();
    assertThat(now.faults()).isEmpty();
  }

  private static RelativeHumidity humid() {
    return new RelativeHumidity(50);
  }

  private static FixtureFailed failed(FixtureName fixture, FaultKind kind) {
    return new FixtureFailed(Moments.at(0), fixture, kind, "it does not answer");
  }

  private static StationState start(TrustedPassState trusted) {
    StationProfile profile = TestProfiles.simulated();
    return StationState.atStart(
        Moments.at(0), profile, trusted, Map.of(OrderKind.PROFILE, 1L), KEY);
  }

  private List<StationEffect> scan(Moment at, String text) {
    return happens(new PassScanned(at, TestProfiles.SCANNER, text, 7));
  }

  private List<StationEffect> happens(StationEvent event) {
    Step step = Station.step(state, event);
    state = step.state();
    for (StationEffect effect : step.effects()) {
      if (effect instanceof AppendFact(var fact)) {
        facts.add(fact);
      }
    }
    return step.effects();
  }

  private List<Fact> faultFacts() {
    return facts.stream()
        .filter(fact -> fact instanceof Fact.FaultRaised || fact instanceof Fact.FaultCleared)
        .toList();
  }

  private Presence.Snapshot snapshot(long ms) {
    return Station.snapshot(state, Moments.at(ms), "0.1.0", HardwareKind.SIMULATED, List.of(), 0);
  }
}
