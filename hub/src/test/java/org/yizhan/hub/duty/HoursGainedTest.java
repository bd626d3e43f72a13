package org.yizhan.hub.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yizhan.station.OpeningHours;
import org.yizhan.station.OpeningHours.Span;
import org.yizhan.wire.DutyMoment;

class HoursGainedTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Span OFFICE = new Span(LocalTime.of(8, 0), LocalTime.of(18, 0));
  private static final LocalDate FRIDAY = LocalDate.parse("2026-11-20");
  private static final OpeningHours WORKDAYS = workdays(Map.of());
  private static final Instant LATER = Instant.parse("2027-06-01T00:00:00Z");

  private static OpeningHours workdays(Map<LocalDate, List<Span>> holidays) {
    Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
    for (int day = 1; day <= 5; day++) {
      week.put(DayOfWeek.of(day), List.of(OFFICE));
    }
    return new OpeningHours.Weekly(week, holidays);
  }

  private static Signed signed(DutyMoment moment, String local, ZoneId zone) {
    return new Signed(
        LocalDateTime.parse(local).atZone(zone).toInstant(), moment, Set.of(), "", "", "", false);
  }

  private static Signed opened(String local) {
    return signed(DutyMoment.OPENED, local, SHANGHAI);
  }

  private static Signed checked(String local) {
    return signed(DutyMoment.CHECKED, local, SHANGHAI);
  }

  private static Signed closed(String local) {
    return signed(DutyMoment.CLOSED, local, SHANGHAI);
  }

  private static HoursGained gained(OpeningHours hours, Signed... signed) {
    return HoursGained.of(
        Spell.of(List.of(signed), SHANGHAI, LATER),
        hours,
        SHANGHAI,
        FRIDAY.minusDays(7),
        FRIDAY.plusDays(7));
  }

  @Test
  void early_late_and_closed_days_are_told_apart() {
    HoursGained gained =
        gained(
            WORKDAYS,
            opened("2026-11-20T06:30"),
            closed("2026-11-20T21:00"),
            opened("2026-11-21T10:00"),
            closed("2026-11-21T12:00"));

    assertThat(gained).isEqualTo(new HoursGained(90, 180, 120));
  }

  @Test
  void past_midnight_still_belongs_to_the_day_it_was_opened() {
    assertThat(gained(WORKDAYS, opened("2026-11-20T08:00"), closed("2026-11-21T01:00")))
        .isEqualTo(new HoursGained(0, 7 * 60, 0));
  }

  @Test
  void on_a_holiday_all_hours_are_gained_and_on_a_working_sunday_none() {
    OpeningHours hours =
        workdays(Map.of(FRIDAY, List.of(), LocalDate.parse("2026-11-22"), List.of(OFFICE)));

    assertThat(
            gained(
                hours,
                opened("2026-11-20T09:00"),
                closed("2026-11-20T11:00"),
                opened("2026-11-22T09:00"),
                closed("2026-11-22T11:00")))
        .isEqualTo(new HoursGained(0, 0, 120));
  }

  @Test
  void a_station_that_is_always_open_gains_nothing() {
    assertThat(
            gained(
                new OpeningHours.AroundTheClock(),
                opened("2026-11-20T05:00"),
                closed("2026-11-20T23:00")))
        .isEqualTo(HoursGained.NONE);
  }

  @Test
  void without_a_closing_it_counts_up_to_the_last_thing_signed() {
    List<Spell> spells =
        Spell.of(
            List.of(
                opened("2026-11-20T06:00"),
                checked("2026-11-20T19:00"),
                opened("2026-11-21T06:00"),
                closed("2026-11-21T07:00")),
            SHANGHAI,
            LATER);

    assertThat(spells)
        .extracting(Spell::ending)
        .containsExactly(Spell.Ending.MISSING, Spell.Ending.SIGNED);
    assertThat(HoursGained.of(spells, WORKDAYS, SHANGHAI, FRIDAY, FRIDAY))
        .isEqualTo(new HoursGained(120, 60, 0));
  }

  @Test
  void an_opening_alone_gains_nothing_and_a_closing_alone_neither() {
    assertThat(gained(WORKDAYS, opened("2026-11-20T05:00"), closed("2026-11-22T05:00")))
        .isEqualTo(HoursGained.NONE);
    assertThat(gained(WORKDAYS, closed("2026-11-20T23:00"))).isEqualTo(HoursGained.NONE);
  }

  @Test
  void a_day_from_five_to_one_is_one_spell() {
    assertThat(gained(WORKDAYS, opened("2026-11-20T05:00"), closed("2026-11-21T01:00")))
        .isNotEqualTo(HoursGained.NONE);
  }

  @Test
  void an_opening_signed_by_two_people_counts_once() {
    assertThat(
            gained(
                WORKDAYS,
                opened("2026-11-20T07:00"),
                opened("2026-11-20T07:05"),
                closed("2026-11-20T18:00")))
        .isEqualTo(new HoursGained(60, 0, 0));
  }

  @Test
  void what_may_still_be_closed_is_running() {
    Instant now = LocalDateTime.parse("2026-11-20T09:00").atZone(SHANGHAI).toInstant();

    assertThat(Spell.of(List.of(opened("2026-11-20T07:00")), SHANGHAI, now))
        .extracting(Spell::ending)
        .containsExactly(Spell.Ending.RUNNING);
  }

  @Test
  void an_hour_the_clocks_leave_out_is_not_gained_and_one_they_repeat_is_twice() {
    assertThat(night("2026-03-28T18:00", "2026-03-29T04:00").closedDays()).isEqualTo(9 * 60);
    assertThat(night("2026-10-24T18:00", "2026-10-25T04:00").closedDays()).isEqualTo(11 * 60);
  }

  private static HoursGained night(String from, String to) {
    LocalDate day = LocalDateTime.parse(from).toLocalDate(); // a Saturday
    List<Spell> spells =
        Spell.of(
            List.of(signed(DutyMoment.OPENED, from, BERLIN), signed(DutyMoment.CLOSED, to, BERLIN)),
            BERLIN,
            LATER);
    return HoursGained.of(spells, WORKDAYS, BERLIN, day, day);
  }
}
