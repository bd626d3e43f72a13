package org.yizhan.hub.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.yizhan.hub.duty.book.DutyBook;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.notice.DutyConcerns;
import org.yizhan.hub.notice.MatterKey;
import org.yizhan.hub.notice.NoticeKind;
import org.yizhan.hub.notice.StationConcerns;
import org.yizhan.hub.notice.StationConcerns.Concern;
import org.yizhan.hub.notice.StationConcerns.OnTheWay;
import org.yizhan.hub.notice.StationRef;
import org.yizhan.hub.rounds.Rounds;
import org.yizhan.hub.store.Readings;
import org.yizhan.station.StationId;

/**
 * Looks at every station once a minute and has told what {@link StationConcerns} finds. How long
 * something has been so is counted from this program's own first sight of it: a hub that was down
 * for an hour takes no station for silent before it has listened.
 */
public final class StationWatch implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(StationWatch.class.getName());
  private static final Set<NoticeKind> KINDS =
      EnumSet.of(
          NoticeKind.STATION_SILENT,
          NoticeKind.STATION_UNUSABLE,
          NoticeKind.FAULT_RAISED,
          NoticeKind.ITEM_BELOW_MINIMUM,
          NoticeKind.ITEM_RUNS_OUT_SOON,
          NoticeKind.ITEM_EXPIRES,
          NoticeKind.ROUND_UNCLAIMED,
          NoticeKind.ROUND_OVERDUE,
          NoticeKind.DUTY_REMINDER);

  private final Readings readings;
  private final Rounds rounds;
  private final DutyBook duty;
  private final NoticeQueue notices;
  private final InstantSource clock;
  private final Map<MatterKey, Instant> firstSeen = new HashMap<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("station-watch").factory());

  public StationWatch(
      Readings readings, Rounds rounds, DutyBook duty, NoticeQueue notices, InstantSource clock) {
    this.readings = readings;
    this.rounds = rounds;
    this.duty = duty;
    this.notices = notices;
    this.clock = clock;
  }

  /** Begins the looks. */
  public void start() {
    var _ = thread.scheduleWithFixedDelay(this::lookSafely, 1, 1, TimeUnit.MINUTES);
  }

  /** A database that cannot be read now is asked again: the watch must outlive one bad moment. */
  private void lookSafely() {
    try {
      look();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "Stations cannot be looked at; trying again.", e);
    }
  }

  /** One look at all. */
  void look() {
    Instant now = clock.instant();
    Set<MatterKey> standing = notices.standing(KINDS);
    Set<MatterKey> present = new HashSet<>();
    Set<String> known = new HashSet<>();
    Set<String> stations = new HashSet<>();
    Map<StationId, OnTheWay> onTheWay = new HashMap<>();
    rounds
        .open()
        .forEach(
            round ->
                onTheWay.put(
                    round.station(), new OnTheWay(Optional.of(round.id()), round.isOverdue(now))));
    for (StationStatus station : readings.stations(now)) {
      StationConcerns.Look look =
          StationConcerns.at(
              station,
              readings.stock(station.id(), now),
              Optional.ofNullable(onTheWay.get(station.id())).orElse(OnTheWay.NOBODY),
              now);
      look.known().forEach(kind -> known.add(kind.word() + ':' + station.id()));
      known.add(NoticeKind.DUTY_REMINDER.word() + ':' + station.id());
      stations.add(station.id().value());
      List<Concern> concerns = new ArrayList<>(look.concerns());
      reminder(station, now).ifPresent(concerns::add);
      for (Concern concern : concerns) {
        MatterKey key = concern.notice().key();
        present.add(key);
        Instant since = firstSeen.computeIfAbsent(key, any -> now);
        if (!standing.contains(key) && !since.plus(concern.patience()).isAfter(now)) {
          notices.tell(concern.notice());
        }
      }
    }
    firstSeen.keySet().retainAll(present);
    for (MatterKey key : standing) {
      String[] parts = key.value().split(":", 3); // kind, station, details
      boolean retired = !stations.contains(parts[1]);
      if (!present.contains(key) && (retired || known.contains(parts[0] + ':' + parts[1]))) {
        notices.over(key);
      }
    }
  }

  private Optional<Concern> reminder(StationStatus station, Instant now) {
    return duty.rota(station.id())
        .flatMap(
            rota ->
                DutyConcerns.at(
                    new StationRef(station.id(), station.name(), station.place()),
                    rota,
                    duty.signed(station.id(), now.minus(Duration.ofDays(2))),
                    station.zone(),
                    now));
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
        LOG.log(System.Logger.Level.WARNING, "The watch on stations did not end in 5 s.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
