package org.yizhan.edge.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.edge.fixtures.TestProfiles;
import org.yizhan.station.Fixture;
import org.yizhan.station.FixtureName;
import org.yizhan.station.OpeningHours;
import org.yizhan.station.PowerUse;
import org.yizhan.station.StationProfile;
import org.yizhan.wire.Moment;

class PowerTest {
  private static final FixtureName HEATER = new FixtureName("heater");
  private static final long MINUTE = 60_000;

  /** 2026-11-02, a Monday, by Shanghai's clock. */
  private static final long MIDNIGHT = 1_793_548_800_000L;

  @ParameterizedTest
  @CsvSource({
    // use, used minutes ago, hour, clock trusted, power
    "ALWAYS,         600,  3, true,  true",
    "WHILE_OCCUPIED,   0,  3, true,  true",
    "WHILE_OCCUPIED,   9,  3, true,  true",
    "WHILE_OCCUPIED,  10, 12, true,  false",
    "WHILE_OPEN,     600, 12, true,  true",
    "WHILE_OPEN,     600,  3, true,  false",
    "WHILE_OPEN,       5,  3, true,  true",
    "WHILE_OPEN,     600,  3, false, true",
  })
  void gives_power_when_the_profile_says_and_in_doubt(
      PowerUse use, long usedMinutesAgo, long hour, boolean clockTrusted, boolean power) {
    Moment at = at(hour, clockTrusted);
    Moment used =
        new Moment(
            at.sinceStartMs() - usedMinutesAgo * MINUTE,
            at.wallMs() - usedMinutesAgo * MINUTE,
            clockTrusted);

    Power.Step step = Power.decide(new PowerState(used, Map.of()), profile(use), false, at);

    assertThat(step.switched()).isEqualTo(Map.of(HEATER, power));
  }

  @Test
  void tells_a_relay_only_what_it_was_not_told() {
    StationProfile profile = profile(PowerUse.WHILE_OCCUPIED);
    Power.Step begun = Power.decide(PowerState.atStart(at(1, true)), profile, true, at(1, true));

    Power.Step same = Power.decide(begun.next(), profile, true, at(2, true));
    Power.Step empty = Power.decide(same.next(), profile, false, at(3, true));

    assertThat(begun.switched()).isEqualTo(Map.of(HEATER, true));
    assertThat(same.switched()).isEmpty();
    assertThat(empty.switched()).isEqualTo(Map.of(HEATER, false));
  }

  private static Moment at(long hour, boolean clockTrusted) {
    long sinceMs = (24 + hour) * 60 * MINUTE;
    return new Moment(sinceMs, MIDNIGHT + hour * 60 * MINUTE, clockTrusted);
  }

  private static StationProfile profile(PowerUse use) {
    return TestProfiles.with(
        List.of(new Fixture.PowerRelay(HEATER, TestProfiles.SIMULATED, use)), daytime());
  }

  private static OpeningHours daytime() {
    return new OpeningHours.Weekly(
        Map.of(
            DayOfWeek.MONDAY,
            List.of(new OpeningHours.Span(LocalTime.of(7, 0), LocalTime.of(22, 0)))),
        Map.of());
  }
}
