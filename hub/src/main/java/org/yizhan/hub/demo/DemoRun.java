package org.yizhan.hub.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.yizhan.station.OpeningHours;

/** One demonstration, from nothing to stations whose past is on the charts, and back to nothing. */
final class DemoRun implements AutoCloseable {
  /** As many workers as go in and out at the demonstration's stations. */
  private static final int PASSES = 60;

  private static final Duration STATION_READY_WITHIN = Duration.ofMinutes(2);
  private static final Duration DRAINED_WITHIN = Duration.ofMinutes(4);
  private static final Duration STOPPED_WITHIN = Duration.ofSeconds(10);
  private static final String USER = "demo";

  /** Their names say what they are. */
  private static final List<String> VOLUNTEERS = List.of("模拟志愿者小林 simulated", "模拟志愿者小王 simulated");

  private static final int COUNTED_DAYS = 21;
  private static final int LENT_DAYS = 12;

  private final Programs programs;
  private final Path folder;
  private final Consumer<String> progress;
  private final List<ChildProcess> children = new CopyOnWriteArrayList<>();
  private final List<DemoStation> stations = new ArrayList<>();
  private Optional<DemoHub> opened = Optional.empty();
  private Optional<SimulatedVolunteers> volunteers = Optional.empty();
  private volatile boolean stopping;

  DemoRun(Programs programs, Path folder, Consumer<String> progress) {
    this.programs = programs;
    this.folder = folder;
    this.progress = progress;
  }

  /** How to look at it. */
  record Ready(
      String url,
      String token,
      String user,
      String password,
      List<DemoStation> stations,
      String pass,
      String volunteerLink) {}

  Ready start(int webPort, int stationCount, int pastDays) {
    progress.accept("启动中枢 … starting the hub");
    Path hubFolder = folder.resolve("hub");
    makeFolder(hubFolder);
    DemoHub hub = DemoHub.start(programs, hubFolder, webPort, children);
    opened = Optional.of(hub);
    for (int number = 0; number < stationCount; number++) {
      stations.add(
          new DemoStation(programs, DemoProfile.numbered(programs.root(), number), folder));
    }
    enrolNewOnes(hub, pastDays);
    startAgents(pastDays);
    Ready ready =
        new Ready(
            hub.url(),
            hub.token(),
            USER,
            hub.signIn(USER),
            List.copyOf(stations),
            hub.pass(),
            hub.volunteerLink());
    awaitPast(ready);
    startVolunteers(hub, pastDays);
    return ready;
  }

  /** From now on beside everything else: nobody waits for them. */
  private void startVolunteers(DemoHub hub, int pastDays) {
    SimulatedVolunteers simulated =
        new SimulatedVolunteers(
            hub,
            hub.simulatedPhones(folder.resolve("simulated-volunteers.txt"), VOLUNTEERS),
            stations.stream().map(DemoStation::id).toList(),
            duty(hub),
            progress);
    volunteers = Optional.of(simulated);
    simulated.start(pastDays == 0 ? 0 : COUNTED_DAYS);
  }

  /** The first station that is not open around the clock is run by riders. */
  private Optional<SimulatedDuty> duty(DemoHub hub) {
    return stations.stream()
        .filter(station -> station.hours() instanceof OpeningHours.Weekly)
        .findFirst()
        .map(
            station ->
                new SimulatedDuty(
                    hub,
                    station.id(),
                    station.zone(),
                    hub.simulatedPhones(
                        folder.resolve("simulated-riders.txt"), SimulatedDuty.RIDERS)));
  }

  private void enrolNewOnes(DemoHub hub, int pastDays) {
    List<DemoStation> fresh = stations.stream().filter(each -> !each.isEnrolled()).toList();
    if (fresh.isEmpty()) {
      return;
    }
    progress.accept("登记驿站 … enrolling " + fresh.size() + " stations");
    Map<DemoStation, ChildProcess> enrolments = new LinkedHashMap<>();
    for (DemoStation station : fresh) {
      station.addTo(hub);
      enrolments.put(station, station.enrol());
    }
    List<String> passes = hub.passesOfThePast(PASSES, pastDays);
    enrolments.forEach(DemoStation::awaitEnrolled);
    fresh.forEach(station -> hub.lendThings(station.id(), pastDays == 0 ? 0 : LENT_DAYS));
    fresh.forEach(station -> station.prepare(passes, hub.firstOrders(station.id())));
  }

  private void startAgents(int pastDays) {
    progress.accept(
        pastDays == 0
            ? "启动驿站 … starting the stations"
            : "驿站经历过去 %d 天 … the stations live through the past %d days"
                .formatted(pastDays, pastDays));
    List<ChildProcess> agents = new ArrayList<>();
    for (int number = 0; number < stations.size(); number++) {
      ChildProcess agent = stations.get(number).run(number, pastDays);
      children.add(agent);
      agents.add(agent);
    }
    agents.forEach(agent -> agent.awaitReady(STATION_READY_WITHIN));
  }

  private void awaitPast(Ready ready) {
    progress.accept("上传积压 … the backlog drains");
    for (DemoStation station : stations) {
      await(station::isDrained, station.id() + " did not bring its past to the hub");
    }
    try (HubApi api = new HubApi(ready.url(), ready.token())) {
      await(() -> api.hasHeardOf(stations.size()), "the hub does not show its stations");
    }
  }

  private void await(BooleanSupplier condition, String failure) {
    long deadline = System.nanoTime() + DRAINED_WITHIN.toNanos();
    while (!condition.getAsBoolean()) {
      requireAllAlive();
      if (System.nanoTime() > deadline) {
        throw new DemoException(failure + " within " + DRAINED_WITHIN.toSeconds() + " s");
      }
      pause();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoException("interrupted", e);
    }
  }

  /** A program that ended by itself ends the demonstration, with what it said last. */
  void requireAllAlive() {
    for (ChildProcess child : children) {
      if (!child.isAlive() && !stopping) {
        throw new DemoException(child.name() + " has ended; it said last:\n" + child.tail());
      }
    }
  }

  private static void makeFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new DemoException("the folder " + folder + " cannot be made: " + e.getMessage(), e);
    }
  }

  /** Stops the stations, then the hub, so that no last word is lost. */
  @Override
  public void close() {
    // on another thread, because this one may be interrupted by the wish to stop
    CompletableFuture.runAsync(this::stopAll).join();
  }

  private void stopAll() {
    stopping = true;
    volunteers.ifPresent(SimulatedVolunteers::close);
    List<ChildProcess> last = new ArrayList<>(children);
    if (!last.isEmpty()) {
      ChildProcess hub = last.removeFirst();
      last.forEach(ChildProcess::askToStop);
      last.forEach(child -> child.stop(STOPPED_WITHIN));
      hub.stop(STOPPED_WITHIN);
    }
    opened.ifPresent(DemoHub::close);
  }
}
