package org.yizhan.hub.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.yizhan.station.ItemCode;
import org.yizhan.station.Position;
import org.yizhan.station.StationId;

/**
 * Seeded stations around a city: two thirds of them in the city itself (spread normally, 5 km), the
 * rest in its surroundings (15 km); every third keeps daytime hours with a break at noon. A station
 * needs 1 to 6 items; all carriers start at one store in the city.
 */
public record District(List<Stop> stops, List<Carrier> carriers) {
  public static final Position STORE = new Position(36.4563, 115.9854);
  private static final double KM_PER_DEGREE = 111.2;

  /**
   * The same district for the same numbers.
   *
   * @param shareBelow how many of the stations are below their minimum, 0 to 1
   * @param litres what each carrier holds
   */
  public static District of(
      long seed, int stations, double shareBelow, int carriers, double litres) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<Stop> stops = new ArrayList<>();
    for (int number = 1; number <= stations; number++) {
      boolean below = random.nextDouble() < shareBelow;
      stops.add(
          new Stop(
              new StationId("lc-station-%04d".formatted(number)),
              Optional.of(around(random, random.nextInt(3) < 2 ? 5 : 15)),
              random.nextInt(3) > 0
                  ? List.of(new Window(0, 1440))
                  : List.of(new Window(8 * 60, 12 * 60), new Window(14 * 60, 19 * 60)),
              needs(random),
              OptionalDouble.of(below ? random.nextDouble(0, 4) : random.nextDouble(2, 30)),
              below,
              random.nextInt(5, 12)));
    }
    return new District(
        stops,
        IntStream.rangeClosed(1, carriers)
            .mapToObj(
                number ->
                    new Carrier(
                        "志愿者 %02d".formatted(number),
                        STORE,
                        litres,
                        new Window(8 * 60, 18 * 60),
                        25))
            .toList());
  }

  Stop stop(StationId station) {
    return stops.stream().filter(stop -> stop.station().equals(station)).findAny().orElseThrow();
  }

  private static Position around(RandomGenerator random, double kmSpread) {
    double north = random.nextGaussian() * kmSpread / KM_PER_DEGREE;
    double east =
        random.nextGaussian()
            * kmSpread
            / (KM_PER_DEGREE * Math.cos(Math.toRadians(STORE.latitude())));
    return new Position(STORE.latitude() + north, STORE.longitude() + east);
  }

  private static List<Need> needs(RandomGenerator random) {
    int first = random.nextInt(30);
    return IntStream.range(0, random.nextInt(1, 7))
        .mapToObj(
            each ->
                new Need(
                    new ItemCode("item-" + (first + each) % 30),
                    random.nextInt(2, 30),
                    random.nextDouble(0.1, 0.9)))
        .toList();
  }
}
