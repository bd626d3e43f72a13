package org.yizhan.hub.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.hub.duty.Group;
import org.yizhan.hub.duty.Rota;
import org.yizhan.hub.duty.Signed;
import org.yizhan.wire.DutyMoment;

class DutyConcernsTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Rota ROTA =
      new Rota(
          List.of(new Group(1, "一组"), new Group(2, "二组")),
          LocalDate.parse("2026-11-23"),
          List.of());

  private static List<String> told(String local, Signed... signed) {
    return DutyConcerns.at(
            Kiosk.REF,
            ROTA,
            List.of(signed),
            ZONE,
            LocalDateTime.parse(local).atZone(ZONE).toInstant())
        .map(concern -> concern.notice().key().value() + " " + concern.notice().title().zh())
        .stream()
        .toList();
  }

  private static Signed opened(String local) {
    return new Signed(
        LocalDateTime.parse(local).atZone(ZONE).toInstant(),
        DutyMoment.OPENED,
        Set.of(),
        "",
        "",
        "",
        false);
  }

  @Test
  void a_group_is_reminded_from_the_evening_before_until_the_first_day_is_over() {
    assertThat(told("2026-11-29T17:59")).isEmpty();
    assertThat(told("2026-11-29T18:00")).singleElement().asString().contains("d20261130", "二组");
    assertThat(told("2026-11-30T23:59")).singleElement().asString().contains("d20261130");
    assertThat(told("2026-12-01T00:00")).isEmpty();
  }

  @Test
  void it_is_over_once_the_first_day_was_opened_not_by_the_day_before() {
    assertThat(told("2026-11-30T07:00", opened("2026-11-30T06:30"))).isEmpty();
    assertThat(told("2026-11-30T07:00", opened("2026-11-29T06:30"))).hasSize(1);
  }

  @Test
  void another_group_that_is_given_the_turn_is_reminded_of_it() {
    Rota exchanged =
        new Rota(
            ROTA.groups(),
            ROTA.begins(),
            List.of(
                new Rota.Exchange(LocalDate.parse("2026-11-30"), LocalDate.parse("2026-12-07"))));

    String before = concern(ROTA, "2026-11-30T09:00").notice().key().value();
    String after = concern(exchanged, "2026-11-30T09:00").notice().key().value();

    assertThat(after).isNotEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-29T18:00, 2026-11-30T12:00",
    "2026-11-30T00:30, 2026-11-30T12:00",
    "2026-11-30T09:00, 2026-11-30T12:00",
    "2026-11-30T11:30, 2026-11-30T12:20",
    "2026-11-30T15:00, 2026-11-30T15:50"
  })
  void the_keeper_hears_of_it_at_noon_and_of_a_later_turn_within_the_hour(
      String found, String hears) {
    assertThat(concern(ROTA, found).passedOnBy())
        .hasValue(LocalDateTime.parse(hears).atZone(ZONE).toInstant());
  }

  private static StationConcerns.Concern concern(Rota rota, String local) {
    return DutyConcerns.at(
            Kiosk.REF, rota, List.of(), ZONE, LocalDateTime.parse(local).atZone(ZONE).toInstant())
        .orElseThrow();
  }

  @Test
  void the_group_is_told_first_and_then_the_keeper() {
    assertThat(Escalation.of(NoticeKind.DUTY_REMINDER).steps())
        .extracting(Escalation.Step::role)
        .containsExactly(Audience.Role.VOLUNTEER, Audience.Role.KEEPER);
  }
}
