package org.yizhan.edge.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yizhan.edge.entry.EntryDecision.Admit;
import org.yizhan.edge.entry.EntryDecision.Refuse;
import org.yizhan.edge.entry.EntryRules.Decided;
import org.yizhan.edge.fixtures.TestProfiles;
import org.yizhan.edge.time.Moments;
import org.yizhan.pass.Pass;
import org.yizhan.pass.PassId;
import org.yizhan.pass.PassKind;
import org.yizhan.pass.PassSubject;
import org.yizhan.pass.PassVerdict;
import org.yizhan.pass.RefusalReason;
import org.yizhan.station.OpeningHours;
import org.yizhan.station.OpeningHours.Span;
import org.yizhan.station.StationProfile;
import org.yizhan.wire.Moment;

class EntryRulesTest {
  private static final VisitorKey KEY = new VisitorKey("0b".repeat(32));
  private static final StationProfile ALWAYS_OPEN = TestProfiles.simulated();

  @ParameterizedTest
  @EnumSource(PassKind.class)
  void admits_a_genuine_pass_of_every_kind(PassKind kind) {
    Decided decided = decide(EntryState.FRESH, genuine(1, kind), ALWAYS_OPEN, Moments.at(0));

    assertThat(decided.decision())
        .isEqualTo(new Admit(KEY.pseudonym(subject(1)), kind, false, Optional.empty()));
  }

  @Test
  void refuses_a_revoked_pass_while_offline() {
    PassVerdict revoked = new PassVerdict.Unusable(pass(1), RefusalReason.REVOKED);

    Decided decided = decide(EntryState.FRESH, revoked, ALWAYS_OPEN, Moments.unsure(0));

    assertThat(decided.decision())
        .isEqualTo(new Refuse(RefusalReason.REVOKED, Optional.of(KEY.pseudonym(subject(1))), true));
  }

  @ParameterizedTest
  @EnumSource(RefusalReason.class)
  void believes_nothing_of_a_rejected_text_but_why(RefusalReason reason) {
    Decided decided =
        decide(EntryState.FRESH, new PassVerdict.Rejected(reason), ALWAYS_OPEN, Moments.at(0));

    assertThat(decided.decision()).isEqualTo(new Refuse(reason, Optional.empty(), true));
  }

  @ParameterizedTest
  @CsvSource({
    // local time in Shanghai is eight hours later; open on Mondays 9:00–17:00 and 22:00–02:00
    "2026-11-23T00:59:59Z, false",
    "2026-11-23T01:00:00Z, true",
    "2026-11-23T08:59:59Z, true",
    "2026-11-23T09:00:00Z, false",
    "2026-11-23T14:00:00Z, true",
    "2026-11-23T17:59:59Z, true",
    "2026-11-23T18:00:00Z, false",
    "2026-11-24T02:00:00Z, false",
  })
  void opens_within_the_hours_of_the_station_s_own_zone(String instant, boolean open) {
    Decided decided = decide(EntryState.FRESH, genuine(1), mondaysOnly(), Moments.on(instant));

    assertThat(decided.decision() instanceof Admit).isEqualTo(open);
    if (decided.decision() instanceof Refuse refuse) {
      assertThat(refuse.reason()).isEqualTo(RefusalReason.OUTSIDE_HOURS);
    }
  }

  @Test
  void applies_no_hours_by_a_clock_that_nobody_has_set() {
    Moment aSunday = new Moment(0, Instant.parse("2026-11-22T04:00:00Z").toEpochMilli(), false);

    Decided decided = decide(EntryState.FRESH, genuine(1), mondaysOnly(), aSunday);

    assertThat(decided.decision()).isInstanceOf(Admit.class);
  }

  @Test
  void lets_the_same_visit_in_again_after_closing_time_but_nobody_else() {
    Moment beforeClosing = Moments.on("2026-11-23T08:59:00Z");
    Moment nineMinutesOn = later(beforeClosing, 9 * 60_000);
    Decided first = decide(EntryState.FRESH, genuine(1), mondaysOnly(), beforeClosing);

    Decided again = decide(first.next(), genuine(1), mondaysOnly(), nineMinutesOn);
    Decided other = decide(first.next(), genuine(2), mondaysOnly(), nineMinutesOn);
    Decided tooLate =
        decide(first.next(), genuine(1), mondaysOnly(), later(beforeClosing, 11 * 60_000));

    assertThat(again.decision())
        .isEqualTo(new Admit(KEY.pseudonym(subject(1)), PassKind.CARD, true, Optional.empty()));
    assertThat(other.decision()).isInstanceOf(Refuse.class);
    assertThat(tooLate.decision()).isInstanceOf(Refuse.class);
  }

  @Test
  void keeps_a_good_pass_out_after_no_number_of_wrong_tries() {
    EntryState worn = afterJunk(EntryState.FRESH, 10_000, 0, 1).state();

    Decided decided = decide(worn, genuine(1), ALWAYS_OPEN, Moments.at(10_000));

    assertThat(decided.decision()).isInstanceOf(Admit.class);
  }

  @Test
  void refuses_spoken_codes_after_too_many_tries_until_the_bucket_fills() {
    EntryState worn = afterJunk(EntryState.FRESH, Tries.BURST_MAX, 0, 0).state();
    PassVerdict code = genuine(1, PassKind.CODE);

    Decided atOnce = decide(worn, code, ALWAYS_OPEN, Moments.at(0));
    Decided later = decide(worn, code, ALWAYS_OPEN, Moments.at(Tries.REFILL_MS));

    assertThat(atOnce.decision())
        .isEqualTo(
            new Refuse(RefusalReason.TOO_MANY_TRIES, Optional.of(KEY.pseudonym(subject(1))), true));
    assertThat(later.decision()).isInstanceOf(Admit.class);
  }

  @Test
  void keeps_the_journal_small_under_a_flood_of_junk() {
    int scansPerSecond = 100;
    int seconds = 3_600;

    Flood flood = afterJunk(EntryState.FRESH, scansPerSecond * seconds, 0, 1_000 / scansPerSecond);

    long refilled = seconds * 1_000L / Tries.REFILL_MS;
    long oncePerMinute = seconds * 1_000L / Tries.KEEP_EVERY_MS;
    assertThat(flood.kept()).isBetween(refilled, Tries.BURST_MAX + refilled + oncePerMinute + 1);
    assertThat(flood.tooMany()).isGreaterThan(300_000);
  }

  @Test
  void remembers_no_more_than_its_limit_of_visitors() {
    EntryState state = EntryState.FRESH;

    for (int who = 0; who < 5 * RecentVisitors.VISITORS_MAX; who++) {
      state = decide(state, genuine(who), ALWAYS_OPEN, Moments.at(who)).next();
    }

    assertThat(state.recent().admittedAtMs()).hasSize(RecentVisitors.VISITORS_MAX);
  }

  @Test
  void admits_exactly_the_good_passes_whatever_came_before() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      EntryState state = EntryState.FRESH;
      long now = 0;

      for (int scan = 0; scan < 200; scan++) {
        now += random.nextInt(5_000);
        PassVerdict verdict = anyVerdict(random);
        Decided decided = decide(state, verdict, ALWAYS_OPEN, Moments.at(now));
        state = decided.next();

        boolean good = verdict instanceof PassVerdict.Genuine(_, var kind) && kind != PassKind.CODE;
        if (good || !(verdict instanceof PassVerdict.Genuine)) {
          assertThat(decided.decision() instanceof Admit)
              .as("seed %d, scan %d, %s", seed, scan, verdict)
              .isEqualTo(good);
        }
      }
    }
  }

  private static PassVerdict anyVerdict(Random random) {
    int who = random.nextInt(20);
    return switch (random.nextInt(4)) {
      case 0 -> new PassVerdict.Rejected(RefusalReason.NOT_A_PASS);
      case 1 -> new PassVerdict.Unusable(pass(who), RefusalReason.EXPIRED);
      case 2 -> genuine(who, PassKind.CODE);
      default -> genuine(who, random.nextBoolean() ? PassKind.CARD : PassKind.PHONE);
    };
  }

  private record Flood(EntryState state, long kept, long tooMany) {}

  private static Flood afterJunk(EntryState from, int scans, long startMs, long everyMs) {
    EntryState state = from;
    long kept = 0;
    long tooMany = 0;
    PassVerdict junk = new PassVerdict.Rejected(RefusalReason.NOT_A_PASS);
    for (int scan = 0; scan < scans; scan++) {
      Decided decided = decide(state, junk, ALWAYS_OPEN, Moments.at(startMs + scan * everyMs));
      state = decided.next();
      Refuse refuse = (Refuse) decided.decision();
      kept += refuse.kept() ? 1 : 0;
      tooMany += refuse.reason() == RefusalReason.TOO_MANY_TRIES ? 1 : 0;
    }
    return new Flood(state, kept, tooMany);
  }

  private static Decided decide(
      EntryState state, PassVerdict verdict, StationProfile profile, Moment at) {
    return EntryRules.decide(state, verdict, KEY, profile, at);
  }

  private static StationProfile mondaysOnly() {
    Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
    week.put(
        DayOfWeek.MONDAY,
        List.of(
            new Span(LocalTime.of(9, 0), LocalTime.of(17, 0)),
            new Span(LocalTime.of(22, 0), LocalTime.of(2, 0))));
    return TestProfiles.open(new OpeningHours.Weekly(week, Map.of()));
  }

  private static Moment later(Moment moment, long ms) {
    return new Moment(moment.sinceStartMs() + ms, moment.wallMs() + ms, true);
  }

  private static PassVerdict genuine(int who) {
    return genuine(who, PassKind.CARD);
  }

  private static PassVerdict genuine(int who, PassKind kind) {
    return new PassVerdict.Genuine(pass(who), kind);
  }

  private static PassSubject subject(int who) {
    return new PassSubject(HexFormat.of().toHexDigits(who).repeat(4));
  }

  private static Pass pass(int who) {
    return new Pass(
        new PassId(HexFormat.of().toHexDigits(who).repeat(4)),
        subject(who),
        "binzhou",
        Instant.EPOCH,
        Instant.EPOCH,
        Instant.parse("2030-01-01T00:00:00Z"));
  }
}
