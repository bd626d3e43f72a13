package org.yizhan.edge.hardware.simulated;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.yizhan.station.Celsius;
import org.yizhan.station.Fixture;
import org.yizhan.station.FixtureName;
import org.yizhan.station.StationKind;
import org.yizhan.station.StationProfile;
import org.yizhan.station.SupplyItem;

/**
 * Everything that happens on one local day at one station, invented from a seed: who comes when, by
 * trade and weather; refused codes, people who turn back, two at once; doors held open, a radar
 * that sticks, a chained door; and somebody who restocks. Pure. Stays that begin before midnight
 * may end after it.
 */
final class LifelikeDay {
  private static final int AIR_EVERY_MINUTES = 10;
  private static final int RESTOCK_EVERY_DAYS = 3;
  private static final int USUAL_DOOR_MS = 4_000;
  private static final double RAIN_FACTOR = 1.25;
  private static final List<Trade> TRADES = List.of(Trade.values());

  private final LifelikePlan plan;
  private final StationProfile profile;
  private final LocalDate date;
  private final RandomGenerator random;
  private final Weather weather;
  private final List<FixtureName> scales;
  private final List<Act.Timed> acts = new ArrayList<>();
  private long persons;

  private LifelikeDay(LifelikePlan plan, StationProfile profile, LocalDate date) {
    this.plan = plan;
    this.profile = profile;
    this.date = date;
    this.random =
        RandomGeneratorFactory.of("L64X128MixRandom")
            .create(plan.seed() * 0x9E3779B97F4A7C15L + date.toEpochDay());
    this.weather = new Weather(date, random);
    this.scales = profile.fixtures(Fixture.ShelfScale.class).stream().map(Fixture::name).toList();
    this.persons = date.toEpochDay() * 100_000;
  }

  /** The day's acts in the order of their time. */
  static List<Act.Timed> of(LifelikePlan plan, StationProfile profile, LocalDate date) {
    LifelikeDay day = new LifelikeDay(plan, profile, date);
    day.air();
    for (Trade trade : TRADES) {
      day.people(trade);
    }
    day.restock();
    day.mishaps();
    Collections.sort(day.acts);
    return List.copyOf(day.acts);
  }

  private void air() {
    for (int minute = 0; minute < 24 * 60; minute += AIR_EVERY_MINUTES) {
      double hour = minute / 60.0;
      add(at(minute * 60), new Act.ChangeAir(temperature(hour), weather.humidity(hour, random)));
    }
  }

  private Celsius temperature(double hour) {
    return profile.kind() == StationKind.FRIDGE
        ? weather.inFridge(hour, profile.climate(), random)
        : weather.inside(hour, random);
  }

  private void people(Trade trade) {
    double mean = trade.comingOn(date.getDayOfWeek()) * plan.bustle() * popularity();
    int count = poisson(weather.isRainy() ? mean * RAIN_FACTOR : mean);
    for (int i = 0; i < count; i++) {
      Instant arrival = at(trade.secondOfDay(random));
      boolean open = profile.hours().isOpenAt(arrival.atZone(profile.zone()));
      // a few rattle at a door that is closed by its hours
      if (open || random.nextDouble() < 0.05) {
        arrival(trade, arrival);
      }
    }
  }

  /** Some stations are liked better than others: half to one and a half times the usual. */
  private double popularity() {
    return 0.5 + RandomGeneratorFactory.of("L64X128MixRandom").create(plan.seed()).nextDouble();
  }

  private void arrival(Trade trade, Instant arrival) {
    VisitScript visit = new VisitScript(arrival, ++persons, random);
    if (!profile.fixtures(Fixture.Scanner.class).isEmpty() && !identifies(trade, visit)) {
      acts.addAll(visit.acts());
      return;
    }
    if (profile.kind() == StationKind.FRIDGE) {
      visit.takesFromFridge(scales);
    } else if (random.nextDouble() < 0.04) {
      visit.turnsBack();
    } else {
      stay(trade, visit);
    }
    acts.addAll(visit.acts());
  }

  private void stay(Trade trade, VisitScript visit) {
    int people = random.nextDouble() < 0.05 ? 2 : 1;
    boolean heldOpen = random.nextInt(60) == 0;
    visit.comesIn(
        people, heldOpen ? 100_000 + random.nextInt(200_000) : USUAL_DOOR_MS + people * 1_200);
    visit.rests(trade.staySeconds(random), taken());
    for (int i = 0; i < people; i++) {
      visit.goesOut();
    }
  }

  /** Whether they show, at last, something that may open the door. */
  private boolean identifies(Trade trade, VisitScript visit) {
    if (random.nextDouble() < 0.05 && !visit.showsAlienCode()) {
      return false;
    }
    if (plan.passes().isEmpty()) {
      var _ = visit.showsAlienCode();
      return false;
    }
    visit.shows(passOf(trade));
    return true;
  }

  /** Each pass belongs to one trade, and some of its holders come much more often than others. */
  private String passOf(Trade trade) {
    int trades = TRADES.size();
    int place = TRADES.indexOf(trade);
    int all = plan.passes().size();
    int ofTrade = (all - place + trades - 1) / trades;
    if (ofTrade <= 0) {
      return plan.passes().get(random.nextInt(all));
    }
    double regular = random.nextDouble();
    int chosen = (int) (regular * regular * ofTrade);
    return plan.passes().get(place + chosen * trades);
  }

  private List<FixtureName> taken() {
    return scales.stream().filter(_ -> random.nextDouble() < 0.45).toList();
  }

  /** A volunteer with the host's key: no code, a while inside, the shelf up to its target. */
  private void restock() {
    if (!isRestockDay(date) || scales.isEmpty()) {
      return;
    }
    Instant arrival = at((15 * 60 + random.nextInt(120)) * 60);
    for (Fixture.ShelfScale scale : profile.fixtures(Fixture.ShelfScale.class)) {
      arrival = arrival.plus(Duration.ofSeconds(90 + random.nextInt(60)));
      add(arrival, new Act.Restock(scale.name(), target(profile, scale)));
    }
  }

  /** Days on which somebody restocks this station. */
  private boolean isRestockDay(LocalDate day) {
    return Math.floorMod(day.toEpochDay() + plan.seed(), RESTOCK_EVERY_DAYS) == 0;
  }

  static int target(StationProfile profile, Fixture.ShelfScale scale) {
    return profile.supplies().stream()
        .filter(item -> item.code().equals(scale.item()))
        .mapToInt(SupplyItem::target)
        .findFirst()
        .orElse(20);
  }

  private void mishaps() {
    if (random.nextInt(12) == 0) {
      Instant from = at(random.nextInt(16 * 3_600));
      add(from, new Act.StickRadar(true));
      add(from.plusSeconds(7 * 3_600 + random.nextInt(3_600)), new Act.StickRadar(false));
    }
    if (random.nextInt(40) == 0) {
      Instant from = at(random.nextInt(20 * 3_600));
      add(from, new Act.ChainDoor(true));
      add(from.plusSeconds(2 * 3_600 + random.nextInt(3_600)), new Act.ChainDoor(false));
    }
  }

  private Instant at(int secondOfDay) {
    return date.atStartOfDay(profile.zone()).toInstant().plusSeconds(secondOfDay);
  }

  private void add(Instant at, Act act) {
    acts.add(new Act.Timed(at, Act.Timed.NOBODY, act));
  }

  /** Knuth's method; the means here are small. */
  private int poisson(double mean) {
    int count = 0;
    double left = mean;
    while (left > 0) {
      // in slices, so that the exponential of a large mean does not vanish
      double slice = Math.min(left, 50);
      double limit = Math.exp(-slice);
      for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
        count++;
      }
      left -= slice;
    }
    return count;
  }
}
