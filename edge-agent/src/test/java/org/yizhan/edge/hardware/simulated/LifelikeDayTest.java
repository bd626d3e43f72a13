package org.yizhan.edge.hardware.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yizhan.edge.fixtures.TestProfiles;
import org.yizhan.edge.station.StationEvent.BeamChanged.Side;
import org.yizhan.station.Celsius;
import org.yizhan.station.ClimateLimits;
import org.yizhan.station.StationKind;
import org.yizhan.station.StationProfile;

class LifelikeDayTest {
  private static final StationProfile PROFILE = TestProfiles.simulated();
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);
  private static final int DAYS = 200;

  @Test
  void people_come_at_noon_and_in_the_evening_and_some_at_night() {
    int[] byHour = new int[24];
    for (Act.Timed act : days(5)) {
      if (act.act() instanceof Act.ShowCode) {
        byHour[act.at().atZone(PROFILE.zone()).getHour()]++;
      }
    }

    assertThat(byHour[12]).isGreaterThan(2 * byHour[9]).isGreaterThan(2 * byHour[15]);
    assertThat(byHour[17]).isGreaterThan(byHour[15]);
    assertThat(byHour[5]).isGreaterThan(byHour[4]);
    assertThat(byHour[23]).isGreaterThan(DAYS / 10);
    assertThat(byHour[2]).isGreaterThan(DAYS / 10);
  }

  @Test
  void every_guest_leaves_within_an_hour_and_lets_the_door_fall_shut() {
    for (long seed = 0; seed < 5; seed++) {
      Map<Long, List<Act.Timed>> byPerson = new HashMap<>();
      for (Act.Timed act : days(seed)) {
        byPerson.computeIfAbsent(act.person(), _ -> new ArrayList<>()).add(act);
      }
      byPerson.remove(Act.Timed.NOBODY);

      long checked = seed;
      byPerson
          .values()
          .forEach(
              acts -> {
                Instant came = acts.getFirst().at();
                Instant went = acts.getLast().at();
                assertThat(Duration.between(came, went))
                    .as("seed %d, %s", checked, acts)
                    .isLessThan(Duration.ofMinutes(60));
                assertThat(count(acts, new Act.CountInside(1)))
                    .as("seed %d, %s", checked, acts)
                    .isEqualTo(count(acts, new Act.CountInside(-1)));
                assertThat(doorEndsShut(acts)).as("seed %d, %s", checked, acts).isTrue();
                for (Side side : Side.values()) {
                  assertThat(count(acts, new Act.PassBeam(side, true)))
                      .as("seed %d, %s", checked, acts)
                      .isEqualTo(count(acts, new Act.PassBeam(side, false)));
                }
              });
    }
  }

  @Test
  void it_is_warmer_inside_in_july_than_in_january_but_never_absurd() {
    List<Double> july = temperatures(LocalDate.of(2026, 7, 15));
    List<Double> january = temperatures(LocalDate.of(2026, 1, 15));

    assertThat(mean(july)).isGreaterThan(mean(january) + 2);
    assertThat(july).allSatisfy(degrees -> assertThat(degrees).isBetween(10.0, 42.0));
    assertThat(january).allSatisfy(degrees -> assertThat(degrees).isBetween(-10.0, 30.0));
  }

  @Test
  void more_bustle_brings_more_people() {
    LifelikePlan busy = new LifelikePlan(3, 5, List.of("YZ1:A"));
    LifelikePlan usual = new LifelikePlan(3, 1, List.of("YZ1:A"));

    long many = scans(LifelikeDay.of(busy, PROFILE, MONDAY));
    long few = scans(LifelikeDay.of(usual, PROFILE, MONDAY));

    assertThat(many).isGreaterThan(2 * few);
  }

  @Test
  void a_fridge_is_as_cold_as_its_limits_want_on_nearly_every_reading() {
    StationProfile fridge = fridge();
    LifelikePlan plan = new LifelikePlan(3, 1, List.of());
    List<Double> degrees = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      for (Act.Timed act : LifelikeDay.of(plan, fridge, MONDAY.plusDays(day))) {
        if (act.act() instanceof Act.ChangeAir(var temperature, _)) {
          degrees.add(temperature.degrees());
        }
      }
    }

    assertThat(degrees).allSatisfy(reading -> assertThat(reading).isBetween(1.0, 20.0));
    assertThat(degrees.stream().filter(reading -> reading > 10).count())
        .isPositive()
        .isLessThan(degrees.size() / 50);
  }

  @Test
  void a_simulated_fridge_is_cold_before_anything_happens() {
    StationProfile fridge = fridge();

    assertThat(
            new SimulatedStation(fridge)
                .thermometer(TestProfiles.CLIMATE)
                .read()
                .temperature()
                .degrees())
        .isBetween(1.0, 10.0);
  }

  private static StationProfile fridge() {
    return new StationProfile(
        PROFILE.id(),
        PROFILE.name(),
        PROFILE.place(),
        StationKind.FRIDGE,
        PROFILE.host(),
        PROFILE.zone(),
        PROFILE.hours(),
        PROFILE.door(),
        PROFILE.fixtures(),
        new ClimateLimits(Celsius.of(1), Celsius.of(10), 50),
        PROFILE.supplies(),
        1);
  }

  private static List<Act.Timed> days(long seed) {
    LifelikePlan plan = new LifelikePlan(seed, 1, List.of("YZ1:A", "YZ1:B", "YZ1:C"));
    List<Act.Timed> acts = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      acts.addAll(LifelikeDay.of(plan, PROFILE, MONDAY.plusDays(day)));
    }
    return acts;
  }

  private static long scans(List<Act.Timed> acts) {
    return acts.stream().filter(act -> act.act() instanceof Act.ShowCode).count();
  }

  private static long count(List<Act.Timed> acts, Act wanted) {
    return acts.stream().filter(act -> act.act().equals(wanted)).count();
  }

  private static boolean doorEndsShut(List<Act.Timed> acts) {
    boolean open = false;
    for (Act.Timed act : acts) {
      if (act.act() instanceof Act.Push || act.act() instanceof Act.Pull) {
        open = true;
      } else if (act.act() instanceof Act.LetDoorShut) {
        open = false;
      }
    }
    return !open;
  }

  private static List<Double> temperatures(LocalDate from) {
    LifelikePlan plan = new LifelikePlan(1, 1, List.of());
    List<Double> degrees = new ArrayList<>();
    for (int day = 0; day < 20; day++) {
      for (Act.Timed act : LifelikeDay.of(plan, PROFILE, from.plusDays(day))) {
        if (act.act() instanceof Act.ChangeAir(var temperature, _)) {
          degrees.add(temperature.degrees());
        }
      }
    }
    return degrees;
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }
}
