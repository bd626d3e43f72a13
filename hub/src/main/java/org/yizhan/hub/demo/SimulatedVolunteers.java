package org.yizhan.hub.demo;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.yizhan.hub.people.Volunteer;
import org.yizhan.hub.rounds.ProofPhotos;
import org.yizhan.station.StationId;

/**
 * Looks after the demonstration's shelves as volunteers do: weeks of counts first, a round that is
 * done and proven, one that is on the way; from then on every few minutes one or the other. A
 * station somebody else has claimed is left to them.
 */
final class SimulatedVolunteers implements AutoCloseable {
  private static final Duration EVERY = Duration.ofMinutes(2);
  private static final Duration ENDS_WITHIN = Duration.ofSeconds(5);

  private final DemoHub hub;
  private final List<Phone> phones;
  private final List<StationId> stations;
  private final Optional<SimulatedDuty> duty;
  private final Consumer<String> progress;
  private final InstantSource clock = InstantSource.system();
  private final SplittableRandom random = new SplittableRandom();
  private final SimulatedMatters matters;
  private final HttpClient client;
  private final SimulatedBorrowers borrowers;
  private Optional<OnTheWay> onTheWay = Optional.empty();
  private int next;
  private Optional<Thread> thread = Optional.empty();

  private record OnTheWay(Phone phone, StationId station, String round) {}

  /**
   * @param cookies of their phones, one or more
   */
  SimulatedVolunteers(
      DemoHub hub,
      List<String> cookies,
      List<StationId> stations,
      Optional<SimulatedDuty> duty,
      Consumer<String> progress) {
    this.hub = hub;
    this.client = HttpClient.newHttpClient();
    this.phones = cookies.stream().map(cookie -> new Phone(client, hub.url(), cookie)).toList();
    this.borrowers = new SimulatedBorrowers(hub, client, random);
    this.stations = stations;
    this.duty = duty;
    this.progress = progress;
    this.matters = new SimulatedMatters(client, hub.url());
  }

  /**
   * Begins, on a thread of its own.
   *
   * @param pastDays how many days back shelves were counted, 0 to 30
   */
  void start(int pastDays) {
    thread = Optional.of(Thread.ofVirtual().name("volunteers").start(() -> live(pastDays)));
  }

  private void live(int pastDays) {
    try {
      attempt(() -> duty.ifPresent(riders -> riders.begin(client, clock.instant())));
      attempt(() -> begin(pastDays));
      attempt(() -> borrowers.turn(stations, clock.instant()));
      while (!Thread.currentThread().isInterrupted()) {
        TimeUnit.NANOSECONDS.sleep(EVERY.toNanos());
        attempt(this::turn);
        attempt(() -> borrowers.turn(stations, clock.instant()));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** What fails once is tried again at the next turn; the person at the terminal is told. */
  private void attempt(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      if (!Thread.currentThread().isInterrupted()) {
        progress.accept("模拟志愿者 simulated volunteers: " + e.getMessage());
      }
    }
  }

  private void begin(int pastDays) {
    for (int number = 0; pastDays > 0 && number < stations.size(); number++) {
      StationId station = stations.get(number);
      Phone phone = phoneOf(number);
      for (List<JsonObject> entries : shelf(phone, station).past(pastDays)) {
        phone.enter(station, key(), entries);
      }
    }
    next = stations.size() - 1;
    turn();
    turn();
    turn(); // what was reported is solved and rated by now
    matters.turn(stations.getFirst(), phoneOf(0).cookie()); // and this stands open
  }

  private Phone phoneOf(int station) {
    return phones.get(station % phones.size());
  }

  /** Whoever is on the way arrives; else somebody sets out to the next station. */
  private void turn() {
    matters.turn(stations.get(next % stations.size()), phoneOf(next).cookie());
    if (onTheWay.isPresent()) {
      OnTheWay arriving = onTheWay.get();
      onTheWay = Optional.empty();
      arrive(arriving);
    } else {
      int number = next % stations.size();
      next = number + 1;
      setOut(phoneOf(number), stations.get(number));
    }
  }

  private void setOut(Phone phone, StationId station) {
    SimulatedShelf shelf = shelf(phone, station);
    if (shelf.isSomebodyElses()) {
      return;
    }
    List<JsonObject> taken = shelf.someTaken();
    if (!taken.isEmpty()) {
      phone.enter(station, key(), taken);
    }
    onTheWay = phone.claim(station, key()).map(round -> new OnTheWay(phone, station, round));
  }

  private void arrive(OnTheWay trip) {
    List<JsonObject> filled = shelf(trip.phone(), trip.station()).filled();
    Optional<Volunteer> who = hub.volunteers().byPhone(trip.phone().cookie());
    boolean kept =
        hub.photos()
            .keep(
                new ProofPhotos.Proof(
                    key(),
                    trip.station(),
                    Optional.of(trip.round()),
                    who.map(Volunteer::number).map(OptionalInt::of).orElse(OptionalInt.empty()),
                    true,
                    SimulatedPhoto.jpeg(random)));
    if (!kept) {
      progress.accept("模拟照片未保存 the hub did not keep a simulated picture");
    }
    trip.phone().close(trip.station(), key(), filled, trip.round());
  }

  private SimulatedShelf shelf(Phone phone, StationId station) {
    Set<String> lent =
        hub.lent().loanables(station).stream()
            .map(loanable -> loanable.item().value())
            .collect(Collectors.toSet());
    return new SimulatedShelf(phone.shelf(station), lent, clock.instant(), random);
  }

  /** 128 bits, as a phone draws them. */
  private String key() {
    return HexFormat.of().toHexDigits(random.nextLong())
        + HexFormat.of().toHexDigits(random.nextLong());
  }

  @Override
  public void close() {
    thread.ifPresent(Thread::interrupt);
    try {
      if (thread.isPresent() && !thread.get().join(ENDS_WITHIN)) {
        progress.accept("模拟志愿者未结束 the simulated volunteers did not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    client.shutdownNow();
  }
}
