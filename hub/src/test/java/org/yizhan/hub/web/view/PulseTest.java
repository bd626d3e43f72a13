package org.yizhan.hub.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.fleet.UsableNow;
import org.yizhan.hub.usage.HourlyVisits;
import org.yizhan.station.BilingualText;
import org.yizhan.station.StationId;
import org.yizhan.station.UnionPlace;

class PulseTest {
  private static final Instant NOW = Instant.parse("2026-11-23T04:30:00Z");
  private static final Texts EN = Texts.of(Language.EN);

  private static Instant hoursAgo(int hours) {
    return Pulse.begin(NOW).plusSeconds(3_600L * (23 - hours));
  }

  private static Pulse pulse(
      boolean connected, Optional<Instant> seen, Optional<Instant> begin, HourlyVisits... visits) {
    return pulse(connected, seen, begin, Optional.empty(), visits);
  }

  private static Pulse pulse(
      boolean connected,
      Optional<Instant> seen,
      Optional<Instant> begin,
      Optional<Instant> until,
      HourlyVisits... visits) {
    StationStatus status =
        new StationStatus(
            new StationId("a-1"),
            new BilingualText("甲", "A"),
            UnionPlace.of("a/b"),
            ZoneId.of("Asia/Shanghai"),
            new UsableNow.Yes(),
            Optional.empty(),
            connected,
            seen,
            OptionalLong.empty(),
            begin,
            until);
    return Pulse.of(status, List.of(visits), NOW, EN);
  }

  @Test
  void counts_each_of_the_last_24_hours_the_running_one_too() {
    Pulse pulse =
        pulse(
            true,
            Optional.of(NOW),
            Optional.of(hoursAgo(100)),
            new HourlyVisits(hoursAgo(23), 2, 0, 1),
            new HourlyVisits(hoursAgo(0), 1, 0, 0));

    assertThat(pulse.hours()).hasSize(24);
    assertThat(pulse.hours().getFirst()).hasValue(3);
    assertThat(pulse.hours().get(1)).hasValue(0);
    assertThat(pulse.hours().getLast()).hasValue(1);
    assertThat(pulse.visits()).isEqualTo(4);
    assertThat(pulse.spoken()).isEqualTo("4 visits in the last 24 hours");
    assertThat(pulse.dots()).isEmpty();
  }

  @Test
  void knows_nothing_of_the_hours_after_a_station_fell_silent() {
    Pulse pulse = pulse(false, Optional.of(hoursAgo(2)), Optional.of(hoursAgo(100)));

    assertThat(pulse.hours().get(21)).hasValue(0);
    assertThat(pulse.hours().get(22)).isEmpty();
    assertThat(pulse.hours().getLast()).isEmpty();
    assertThat(pulse.spoken())
        .isEqualTo("no visits in the last 24 hours, as far as known: 2 hours are unknown");
  }

  @Test
  void knows_nothing_of_the_hours_whose_records_are_still_at_the_station() {
    Pulse pulse =
        pulse(
            true,
            Optional.of(NOW),
            Optional.of(hoursAgo(100)),
            Optional.of(hoursAgo(5).plusSeconds(60)),
            new HourlyVisits(hoursAgo(6), 2, 0, 0));

    assertThat(pulse.hours().get(17)).hasValue(2);
    assertThat(pulse.hours().get(18)).hasValue(0);
    assertThat(pulse.hours().get(19)).isEmpty();
    assertThat(pulse.hours().getLast()).isEmpty();
  }

  @Test
  void knows_nothing_of_the_hours_before_a_station_had_records() {
    Pulse pulse = pulse(true, Optional.of(NOW), Optional.of(hoursAgo(3).plusSeconds(60)));

    assertThat(pulse.hours().get(19)).isEmpty();
    assertThat(pulse.hours().get(20)).hasValue(0);
  }

  @Test
  void a_station_never_heard_of_is_unknown_altogether() {
    assertThat(pulse(false, Optional.empty(), Optional.empty()).isUnknown()).isTrue();
  }

  @Test
  void a_connected_station_whose_clock_was_never_trusted_is_unknown_not_empty() {
    assertThat(pulse(true, Optional.of(NOW), Optional.empty()).isUnknown()).isTrue();
  }

  @Test
  void a_late_upload_counts_also_where_the_rest_is_unknown() {
    Pulse pulse =
        pulse(
            false,
            Optional.of(hoursAgo(5)),
            Optional.of(hoursAgo(100)),
            new HourlyVisits(hoursAgo(1), 1, 0, 0));

    assertThat(pulse.hours().get(22)).isEqualTo(OptionalInt.of(1));
    assertThat(pulse.hours().get(21)).isEmpty();
  }
}
