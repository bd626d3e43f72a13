package org.yizhan.hub.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yizhan.hub.fleet.UsableNow.Reason;
import org.yizhan.station.Celsius;
import org.yizhan.station.FixtureName;
import org.yizhan.station.ProfileReader;
import org.yizhan.station.ProfileReading;
import org.yizhan.station.RelativeHumidity;
import org.yizhan.station.StationProfile;
import org.yizhan.wire.FaultKind;
import org.yizhan.wire.HardwareKind;
import org.yizhan.wire.Moment;
import org.yizhan.wire.Presence;

class UsableNowRuleTest {
  private static final Instant NOW = Instant.parse("2026-11-02T08:00:00Z");
  private static final Moment AT = new Moment(10_000_000, 10_000_000, false);

  private StationProfile kiosk;

  @BeforeEach
  void readTheSampleKiosk() throws Exception {
    Path sample =
        Path.of(System.getProperty("yizhan.root"), "firmware-config/stations/kiosk-24h.yaml");
    if (!(ProfileReader.read(Files.readString(sample)) instanceof ProfileReading.Read read)) {
      throw new AssertionError("the sample profile cannot be read");
    }
    kiosk = read.profile();
  }

  private UsableNow judge(Presence.Snapshot latest, Duration ago) {
    return UsableNowRule.judge(
        new UsableNowRule.Known(
            false, Optional.of(kiosk), Optional.of(latest), Optional.of(NOW.minus(ago))),
        NOW);
  }

  @Test
  void a_station_that_lately_said_all_is_well_is_usable() {
    assertThat(judge(snapshot(21, 0), Duration.ofMinutes(19))).isEqualTo(new UsableNow.Yes());
  }

  @Test
  void silence_of_twenty_minutes_is_unknown_and_not_usable_nor_closed() {
    assertThat(judge(snapshot(21, 0), Duration.ofMinutes(21)))
        .isEqualTo(new UsableNow.Unknown(List.of(Reason.SILENT)));
  }

  @Test
  void a_station_never_heard_of_is_unknown() {
    UsableNow usable =
        UsableNowRule.judge(
            new UsableNowRule.Known(false, Optional.of(kiosk), Optional.empty(), Optional.empty()),
            NOW);

    assertThat(usable).isEqualTo(new UsableNow.Unknown(List.of(Reason.NEVER_SEEN)));
  }

  @Test
  void outside_the_limits_of_the_profile_it_is_not_usable() {
    assertThat(judge(snapshot(-5, 0), Duration.ZERO))
        .isEqualTo(new UsableNow.No(List.of(Reason.TOO_COLD)));
    assertThat(judge(snapshot(45, 0), Duration.ZERO))
        .isEqualTo(new UsableNow.No(List.of(Reason.TOO_WARM)));
  }

  @Test
  void an_old_reading_says_nothing_about_the_room_now() {
    assertThat(judge(snapshot(21, 31), Duration.ZERO))
        .isEqualTo(new UsableNow.Unknown(List.of(Reason.CLIMATE_UNKNOWN)));
  }

  @ParameterizedTest
  @EnumSource(
      value = FaultKind.class,
      names = {
        "DOOR_NEVER_MOVED",
        "LOCK_FAILED",
        "SCANNER_FAILED",
        "TOO_COLD",
        "TOO_WARM",
        "POWER_FAILED"
      })
  void a_fault_that_keeps_workers_out_is_the_reason(FaultKind kind) {
    assertThat(judge(snapshot(21, 0, kind), Duration.ZERO))
        .isEqualTo(new UsableNow.No(List.of(Reason.valueOf(kind.name()))));
  }

  @ParameterizedTest
  @EnumSource(
      value = FaultKind.class,
      names = {
        "DOOR_HELD_OPEN",
        "SENSOR_FAILED",
        "NODE_SILENT",
        "CLOCK_UNTRUSTED",
        "POWER_RELAY_FAILED"
      })
  void a_fault_for_the_technicians_does_not_close_a_station(FaultKind kind) {
    assertThat(judge(snapshot(21, 0, kind), Duration.ZERO)).isEqualTo(new UsableNow.Yes());
  }

  @Test
  void what_is_certain_wins_over_what_is_unknown() {
    assertThat(judge(snapshot(21, 31, FaultKind.LOCK_FAILED), Duration.ZERO))
        .isEqualTo(new UsableNow.No(List.of(Reason.LOCK_FAILED)));
  }

  private static Presence.Snapshot snapshot(double degrees, int minutesOld, FaultKind... faults) {
    Moment read = new Moment(AT.sinceStartMs() - minutesOld * 60_000L, 0, false);
    return new Presence.Snapshot(
        AT,
        "1.0",
        HardwareKind.REAL,
        Presence.DoorState.CLOSED,
        Optional.empty(),
        Optional.of(new Presence.Climate(read, Celsius.of(degrees), new RelativeHumidity(40))),
        List.of(faults).stream()
            .map(kind -> new Presence.Fault(kind, new FixtureName("door"), AT))
            .toList(),
        Map.of(),
        List.of(),
        0);
  }
}
