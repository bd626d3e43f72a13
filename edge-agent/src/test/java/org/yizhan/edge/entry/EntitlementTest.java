package org.yizhan.edge.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yizhan.edge.entry.EntryDecision.Admit;
import org.yizhan.edge.entry.EntryDecision.Refuse;
import org.yizhan.edge.entry.EntryRules.Decided;
import org.yizhan.pass.Pass;
import org.yizhan.pass.PassId;
import org.yizhan.pass.PassKind;
import org.yizhan.pass.PassSubject;
import org.yizhan.pass.PassVerdict;
import org.yizhan.pass.RefusalReason;
import org.yizhan.station.ItemCode;
import org.yizhan.station.ProfileReader;
import org.yizhan.station.ProfileReading;
import org.yizhan.station.StationProfile;
import org.yizhan.wire.Moment;
import org.yizhan.wire.Visitor;

/** What a pass may take a day where a scan is the taking. */
class EntitlementTest {
  private static final VisitorKey KEY = new VisitorKey("5a".repeat(32));
  private static final ItemCode WATER = new ItemCode("water");
  private static final Instant NOON = Instant.parse("2026-11-27T04:00:00Z");

  private static final String FRIDGE =
      """
      id: fridge-01
      name: {zh: 冰柜, en: Fridge}
      place: shandong/qingdao/shinan
      kind: fridge
      host: {zh: 便利店, en: Corner shop}
      zone: Asia/Shanghai
      hours: 24h
      capacity: 1
      fixtures:
        counter-scanner: {kind: scanner, simulated: true}
      supplies:
        water: {name: {zh: 水, en: Water}, minimum: 20, target: 80, daily-per-pass: 2}
      """;

  @Test
  void each_scan_takes_one_until_the_day_s_share_is_taken() {
    Decided first = scan(EntryState.FRESH, 1, FRIDGE, NOON);
    Decided second = scan(first.next(), 1, FRIDGE, NOON.plusSeconds(60));
    Decided third = scan(second.next(), 1, FRIDGE, NOON.plusSeconds(7_200));
    Decided other = scan(third.next(), 2, FRIDGE, NOON.plusSeconds(7_200));

    assertThat(takes(first)).contains(WATER);
    assertThat(takes(second)).contains(WATER);
    assertThat(((Refuse) third.decision()).reason()).isEqualTo(RefusalReason.DAILY_LIMIT);
    assertThat(takes(other)).contains(WATER);
  }

  @Test
  void a_new_day_of_the_station_s_own_zone_brings_a_new_share() {
    Instant beforeMidnight = Instant.parse("2026-11-27T15:59:00Z");
    Decided first = scan(EntryState.FRESH, 1, FRIDGE, beforeMidnight);
    Decided second = scan(first.next(), 1, FRIDGE, beforeMidnight);

    Decided refused = scan(second.next(), 1, FRIDGE, beforeMidnight.plusSeconds(30));
    Decided nextDay = scan(refused.next(), 1, FRIDGE, beforeMidnight.plusSeconds(60));

    assertThat(refused.decision()).isInstanceOf(Refuse.class);
    assertThat(takes(nextDay)).contains(WATER);
  }

  @Test
  void behind_a_door_an_entitlement_keeps_nobody_out_and_nothing_is_taken_by_a_scan() {
    for (String part : List.of("door-contact", "beam-pair")) {
      String withDoor =
          FRIDGE.replace(
              "supplies:\n", "  part: {kind: %s, simulated: true}\nsupplies:\n".formatted(part));
      EntryState state = EntryState.FRESH;
      for (int scan = 0; scan < 5; scan++) {
        Decided decided = scan(state, 1, withDoor, NOON.plusSeconds(scan));
        assertThat(takes(decided)).as(part).isEmpty();
        state = decided.next();
      }
    }
  }

  @Test
  void where_several_things_are_handed_out_nobody_knows_which_was_taken() {
    String two =
        FRIDGE + "  tea: {name: {zh: 茶, en: Tea}, minimum: 1, target: 9, daily-per-pass: 1}\n";

    assertThat(takes(scan(EntryState.FRESH, 1, two, NOON))).isEmpty();
  }

  @Test
  void remembers_so_many_visitors_and_forgets_those_who_came_first() {
    Takings takings = Takings.NONE.on(5);
    for (int who = 0; who < Takings.VISITORS_MAX + 10; who++) {
      takings = takings.with(visitor(who));
    }

    assertThat(takings.units()).hasSize(Takings.VISITORS_MAX);
    assertThat(takings.of(visitor(9))).isZero();
    assertThat(takings.of(visitor(10))).isEqualTo(1);
    assertThat(takings.on(6).units()).isEmpty();
  }

  private static Visitor visitor(int who) {
    return new Visitor("%016x".formatted(who));
  }

  private static Optional<ItemCode> takes(Decided decided) {
    return ((Admit) decided.decision()).takes();
  }

  private static Decided scan(EntryState state, int who, String yaml, Instant at) {
    StationProfile profile = ((ProfileReading.Read) ProfileReader.read(yaml)).profile();
    String hex = HexFormat.of().toHexDigits(who).repeat(4);
    Pass pass =
        new Pass(
            new PassId(hex),
            new PassSubject(hex),
            "qingdao",
            Instant.EPOCH,
            Instant.EPOCH,
            Instant.parse("2030-01-01T00:00:00Z"));
    return EntryRules.decide(
        state,
        new PassVerdict.Genuine(pass, PassKind.CARD),
        KEY,
        profile,
        new Moment(1_000, at.toEpochMilli(), true));
  }
}
