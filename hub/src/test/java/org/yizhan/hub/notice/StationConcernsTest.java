package org.yizhan.hub.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.fleet.UsableNow;
import org.yizhan.hub.fleet.UsableNow.Reason;
import org.yizhan.hub.forecast.DaysLeft;
import org.yizhan.hub.notice.StationConcerns.OnTheWay;
import org.yizhan.hub.stock.Outlook;
import org.yizhan.hub.stock.StockLevel;
import org.yizhan.station.BilingualText;
import org.yizhan.station.FixtureName;
import org.yizhan.station.ItemCode;
import org.yizhan.wire.FaultKind;
import org.yizhan.wire.HardwareKind;
import org.yizhan.wire.Moment;
import org.yizhan.wire.Presence;

class StationConcernsTest {
  private static final Instant NOW = Instant.parse("2026-07-01T08:00:00Z");
  private static final Instant LATELY = NOW.minus(Duration.ofMinutes(3));
  private static final Instant LONG_AGO = NOW.minus(Duration.ofHours(3));

  @Test
  void a_station_that_works_concerns_nobody() {
    assertThat(look(seen(LATELY, new UsableNow.Yes())).concerns()).isEmpty();
  }

  @Test
  void closed_for_the_night_concerns_nobody() {
    assertThat(look(seen(LATELY, new UsableNow.No(List.of(Reason.OUTSIDE_HOURS)))).concerns())
        .isEmpty();
  }

  @Test
  void silence_is_told_with_patience_and_says_nothing_of_faults() {
    StationConcerns.Look look =
        look(seen(LONG_AGO, new UsableNow.Unknown(List.of(Reason.SILENT)), FaultKind.LOCK_FAILED));

    assertThat(look.concerns())
        .extracting(each -> each.notice().kind(), StationConcerns.Concern::patience)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                NoticeKind.STATION_SILENT, StationConcerns.PATIENCE));
    assertThat(look.known()).doesNotContain(NoticeKind.FAULT_RAISED, NoticeKind.STATION_UNUSABLE);
  }

  @Test
  void silence_at_night_is_silence_all_the_same() {
    assertThat(look(seen(LONG_AGO, new UsableNow.No(List.of(Reason.OUTSIDE_HOURS)))).concerns())
        .hasSize(1);
  }

  @Test
  void a_station_nobody_has_switched_on_yet_concerns_nobody() {
    StationStatus never =
        status(
            Optional.empty(), new UsableNow.Unknown(List.of(Reason.NEVER_SEEN)), Optional.empty());

    assertThat(look(never).concerns()).isEmpty();
  }

  @Test
  void a_fault_is_told_once_not_as_unusable_as_well() {
    StationConcerns.Look look =
        look(seen(LATELY, new UsableNow.No(List.of(Reason.LOCK_FAILED)), FaultKind.LOCK_FAILED));

    assertThat(look.concerns())
        .extracting(each -> each.notice().kind())
        .containsExactly(NoticeKind.FAULT_RAISED);
  }

  @Test
  void too_cold_without_a_fault_is_unusable() {
    assertThat(look(seen(LATELY, new UsableNow.No(List.of(Reason.TOO_COLD)))).concerns())
        .extracting(each -> each.notice().kind())
        .containsExactly(NoticeKind.STATION_UNUSABLE);
  }

  @Test
  void only_what_is_below_its_minimum_is_missing() {
    StationConcerns.Look look =
        StationConcerns.at(
            seen(LATELY, new UsableNow.Yes()),
            List.of(level("water", 11), level("masks", 12)),
            new OnTheWay(Optional.of("1"), false),
            NOW);

    assertThat(look.concerns())
        .extracting(each -> each.notice().key().value())
        .containsExactly("item-below-minimum:lc-dongchang-01:water");
  }

  @Test
  void what_is_missing_and_nobody_fetches_is_asked_for_after_a_day() {
    StationConcerns.Look look =
        StationConcerns.at(
            seen(LATELY, new UsableNow.Yes()), List.of(level("water", 11)), OnTheWay.NOBODY, NOW);

    assertThat(look.concerns().getLast().notice().kind()).isEqualTo(NoticeKind.ROUND_UNCLAIMED);
    assertThat(look.concerns().getLast().patience()).isEqualTo(StationConcerns.UNCLAIMED_AFTER);
  }

  @Test
  void a_round_past_its_time_is_told() {
    StationConcerns.Look look =
        StationConcerns.at(
            seen(LATELY, new UsableNow.Yes()),
            List.of(),
            new OnTheWay(Optional.of("0123456789abcdef0123456789abcdef"), true),
            NOW);

    assertThat(look.concerns())
        .extracting(each -> each.notice().kind())
        .containsExactly(NoticeKind.ROUND_OVERDUE);
  }

  @Test
  void what_is_gone_soon_or_expires_unused_is_told_before_it_is_missing() {
    Outlook outlook =
        new Outlook(
            new DaysLeft.Known(OptionalInt.of(2), OptionalInt.of(4), OptionalInt.of(9)),
            Optional.of(new Outlook.Expiring(LocalDate.of(2027, 1, 31), 9, Optional.of(5))),
            Optional.empty());

    StationConcerns.Look look =
        StationConcerns.at(
            seen(LATELY, new UsableNow.Yes()),
            List.of(level("water", 20, Optional.of(outlook))),
            OnTheWay.NOBODY,
            NOW);

    assertThat(look.concerns())
        .extracting(each -> each.notice().kind())
        .containsExactly(NoticeKind.ITEM_RUNS_OUT_SOON, NoticeKind.ITEM_EXPIRES);
  }

  @Test
  void of_a_shelf_that_is_full_nobody_is_told_that_it_is_gone_soon() {
    Outlook outlook =
        new Outlook(
            new DaysLeft.Known(OptionalInt.of(2), OptionalInt.of(4), OptionalInt.of(9)),
            Optional.empty(),
            Optional.empty());

    StationConcerns.Look look =
        StationConcerns.at(
            seen(LATELY, new UsableNow.Yes()),
            List.of(level("water", 24, Optional.of(outlook))),
            OnTheWay.NOBODY,
            NOW);

    assertThat(look.concerns()).isEmpty();
  }

  private static StationConcerns.Look look(StationStatus status) {
    return StationConcerns.at(status, List.of(), OnTheWay.NOBODY, NOW);
  }

  private static StockLevel level(String item, int units) {
    return level(item, units, Optional.empty());
  }

  private static StockLevel level(String item, int units, Optional<Outlook> outlook) {
    return new StockLevel(
        new ItemCode(item),
        new BilingualText("物", "thing"),
        OptionalInt.of(units),
        12,
        24,
        true,
        Optional.of(StockLevel.Evidence.SCALE),
        Optional.of(NOW),
        Optional.empty(),
        Optional.empty(),
        outlook,
        Optional.empty(),
        false);
  }

  private static StationStatus seen(Instant at, UsableNow usable, FaultKind... faults) {
    Moment moment = new Moment(1_000, at.toEpochMilli(), true);
    List<Presence.Fault> lasting =
        List.of(faults).stream()
            .map(kind -> new Presence.Fault(kind, new FixtureName("front-lock"), moment))
            .toList();
    return status(
        Optional.of(at),
        usable,
        Optional.of(
            new Presence.Snapshot(
                moment,
                "0.1.0",
                HardwareKind.SIMULATED,
                Presence.DoorState.CLOSED,
                Optional.empty(),
                Optional.empty(),
                lasting,
                Map.of(),
                List.of(),
                0)));
  }

  private static StationStatus status(
      Optional<Instant> lastSeen, UsableNow usable, Optional<Presence.Snapshot> latest) {
    return new StationStatus(
        Kiosk.REF.id(),
        Kiosk.REF.name(),
        Kiosk.REF.place(),
        ZoneId.of("Asia/Shanghai"),
        usable,
        latest,
        true,
        lastSeen,
        OptionalLong.of(0),
        Optional.empty(),
        Optional.empty());
  }
}
