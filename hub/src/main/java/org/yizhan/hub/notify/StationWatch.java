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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yizhan.hub.duty.book.DutyBook;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.loans.LentThings;
import org.yizhan.hub.loans.Loan;
import org.yizhan.hub.loans.Loanable;
import org.yizhan.hub.matters.Matter;
import org.yizhan.hub.matters.MatterState;
import org.yizhan.hub.matters.Matters;
import org.yizhan.hub.notice.DutyConcerns;
import org.yizhan.hub.notice.LoanConcerns;
import org.yizhan.hub.notice.MatterConcerns;
import org.yizhan.hub.notice.MatterKey;
import org.yizhan.hub.notice.NoticeKind;
import org.yizhan.hub.notice.StationConcerns;
import org.yizhan.hub.notice.StationConcerns.Concern;
import org.yizhan.hub.notice.StationConcerns.OnTheWay;
import org.yizhan.hub.notice.StationRef;
import org.yizhan.hub.rounds.Rounds;
import org.yizhan.hub.stock.StationShelf;
import org.yizhan.hub.stock.StockLevel;
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
          NoticeKind.THINGS_OUT_TOO_LONG,
          NoticeKind.THING_TURNED_UP,
          NoticeKind.MATTER_RAISED,
          NoticeKind.MATTER_REOPENED,
          NoticeKind.DUTY_REMINDER);

  private final Readings readings;
  private final Rounds rounds;
  private final Sources sources;
  private final NoticeQueue notices;
  private final InstantSource clock;
  private final Map<MatterKey, Instant> firstSeen = new HashMap<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("station-watch").factory());

  /**
   * What is looked at beside the stations themselves.
   *
   * @param lent things that are lent
   * @param matters what people told
   * @param duty whose turn it is
   */
  public record Sources(LentThings lent, Matters matters, DutyBook duty) {}

  public StationWatch(
      Readings readings, Rounds rounds, Sources sources, NoticeQueue notices, InstantSource clock) {
    this.readings = readings;
    this.rounds = rounds;
    this.sources = sources;
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
    Map<StationId, List<StockLevel>> stock =
        readings.shelves("", now).stream()
            .collect(Collectors.toMap(StationShelf::id, StationShelf::levels));
    Set<StationId> lending = new HashSet<>(sources.lent().stations());
    Set<StationId> onDuty = sources.duty().stations();
    Map<StationId, List<Matter>> unanswered = sources.matters().unanswered();
    for (StationStatus station : readings.stations(now)) {
      @Nullable List<StockLevel> levels = stock.get(station.id());
      StationConcerns.Look look =
          StationConcerns.at(
              station,
              levels == null ? readings.stock(station.id(), now) : levels, // in quarantine
              Optional.ofNullable(onTheWay.get(station.id())).orElse(OnTheWay.NOBODY),
              now);
      List<Concern> concerns = new ArrayList<>();
      for (StationConcerns.Look each :
          List.of(
              look,
              loans(station, lending.contains(station.id()), now),
              unanswered(station, unanswered))) {
        each.known().forEach(kind -> known.add(kind.word() + ':' + station.id()));
        concerns.addAll(each.concerns());
      }
      known.add(NoticeKind.DUTY_REMINDER.word() + ':' + station.id());
      if (onDuty.contains(station.id())) {
        reminder(station, now).ifPresent(concerns::add);
      }
      stations.add(station.id().value());
      for (Concern concern : concerns) {
        MatterKey key = concern.notice().key();
        present.add(key);
        Instant since = firstSeen.computeIfAbsent(key, any -> now);
        if (!standing.contains(key) && !since.plus(concern.patience()).isAfter(now)) {
          notices.tell(concern.notice(), concern.passedOnBy());
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

  private StationConcerns.Look loans(StationStatus station, boolean lends, Instant now) {
    if (!lends) {
      return LoanConcerns.at(station, List.of(), 0);
    }
    List<Loanable> loanables = sources.lent().loanables(station.id());
    return LoanConcerns.at(
        station,
        loanables.stream()
            .map(
                each ->
                    new LoanConcerns.OutTooLong(
                        each.item(), each.name(), each.late(Loan.Lateness.FAR_TOO_LATE, now)))
            .toList(),
        sources.lent().turnedUp(station.id()));
  }

  private static StationConcerns.Look unanswered(
      StationStatus station, Map<StationId, List<Matter>> all) {
    return MatterConcerns.of(
        new StationRef(station.id(), station.name(), station.place()),
        all.getOrDefault(station.id(), List.of()).stream()
            .map(
                matter ->
                    new MatterConcerns.Unanswered(
                        matter.number(), matter.kind(), matter.state() == MatterState.REOPENED))
            .toList());
  }

  private Optional<Concern> reminder(StationStatus station, Instant now) {
    return sources
        .duty()
        .rota(station.id())
        .flatMap(
            rota ->
                DutyConcerns.at(
                    new StationRef(station.id(), station.name(), station.place()),
                    rota,
                    sources.duty().signed(station.id(), now.minus(Duration.ofDays(2))),
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
