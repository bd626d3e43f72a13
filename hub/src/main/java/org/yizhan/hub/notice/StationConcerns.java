package org.yizhan.hub.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.fleet.UsableNow;
import org.yizhan.hub.fleet.UsableNowRule;
import org.yizhan.hub.forecast.DaysLeft;
import org.yizhan.hub.stock.Outlook;
import org.yizhan.hub.stock.StockLevel;
import org.yizhan.wire.Presence;

/**
 * What of a station, as the hub sees it now, its people should hear. What cannot be known is
 * neither raised nor over: a station that fell silent has not mended its lock.
 */
public final class StationConcerns {
  /** How long something must have been so before anybody is told. */
  public static final Duration PATIENCE = Duration.ofMinutes(15);

  /** How long something may be missing before it is asked who goes. */
  public static final Duration UNCLAIMED_AFTER = Duration.ofHours(24);

  /** An item that will be gone within so many days (P10) is told of. */
  private static final int SOON_DAYS = 3;

  private StationConcerns() {}

  /**
   * Who is on the way to a station.
   *
   * @param round the round that is open there
   * @param overdue whether its time ran out
   */
  public record OnTheWay(Optional<String> round, boolean overdue) {
    public static final OnTheWay NOBODY = new OnTheWay(Optional.empty(), false);
  }

  /**
   * A notice that is due once it has stood for this long.
   *
   * @param passedOnBy when the second role is told at the latest; empty where {@link Escalation}
   *     alone says when
   */
  public record Concern(Notice notice, Duration patience, Optional<Instant> passedOnBy) {
    public Concern(Notice notice, Duration patience) {
      this(notice, patience, Optional.empty());
    }
  }

  /**
   * One look at a station.
   *
   * @param known the kinds of which the look says everything: what stands of these and is not among
   *     the concerns is over
   */
  public record Look(List<Concern> concerns, Set<NoticeKind> known) {
    public Look {
      concerns = List.copyOf(concerns);
      known = Set.copyOf(known);
    }
  }

  public static Look at(
      StationStatus station, List<StockLevel> stock, OnTheWay onTheWay, Instant now) {
    StationRef ref = new StationRef(station.id(), station.name(), station.place());
    List<Concern> concerns = new ArrayList<>();
    Set<NoticeKind> known =
        EnumSet.of(
            NoticeKind.STATION_SILENT,
            NoticeKind.ITEM_BELOW_MINIMUM,
            NoticeKind.ITEM_RUNS_OUT_SOON,
            NoticeKind.ITEM_EXPIRES,
            NoticeKind.ROUND_UNCLAIMED,
            NoticeKind.ROUND_OVERDUE);
    stock.forEach(level -> addStock(ref, level, concerns));
    addRound(ref, stock, onTheWay, concerns);
    if (station.lastSeen().isEmpty()) {
      return new Look(concerns, known); // nobody has switched it on yet
    }
    if (station.lastSeen().get().plus(UsableNowRule.SILENT_AFTER).isBefore(now)) {
      concerns.add(new Concern(NoticeWords.stationSilent(ref), PATIENCE));
      return new Look(concerns, known);
    }
    if (station.connected() && station.latest().isPresent()) {
      known.add(NoticeKind.FAULT_RAISED);
      known.add(NoticeKind.STATION_UNUSABLE);
      List<Presence.Fault> faults = station.latest().get().faults();
      for (Presence.Fault fault : faults) {
        concerns.add(
            new Concern(
                NoticeWords.faultRaised(ref, fault.kind(), fault.fixture()), Duration.ZERO));
      }
      unusable(station.usable(), faults)
          .ifPresent(
              why -> concerns.add(new Concern(NoticeWords.stationUnusable(ref, why), PATIENCE)));
    }
    return new Look(concerns, known);
  }

  private static void addStock(StationRef ref, StockLevel level, List<Concern> concerns) {
    if (level.isBelowMinimum()) {
      concerns.add(
          new Concern(
              NoticeWords.itemBelowMinimum(
                  ref, level.item(), level.name(), level.units().orElse(0), level.minimum()),
              Duration.ZERO));
    } else if (level.toBring() > 0
        && level.outlook().map(Outlook::daysLeft).orElse(null) instanceof DaysLeft.Known known
        && known.p10().orElse(Integer.MAX_VALUE) <= SOON_DAYS) {
      concerns.add(
          new Concern(
              NoticeWords.itemRunsOutSoon(ref, level.item(), level.name(), known.p10().orElse(0)),
              PATIENCE));
    }
    level
        .outlook()
        .flatMap(Outlook::expiring)
        .filter(Outlook.Expiring::isWaste)
        .ifPresent(
            waste ->
                concerns.add(
                    new Concern(
                        NoticeWords.itemExpires(
                            ref, level.item(), level.name(), waste.unused().orElse(0), waste.day()),
                        PATIENCE)));
  }

  private static void addRound(
      StationRef ref, List<StockLevel> stock, OnTheWay onTheWay, List<Concern> concerns) {
    int missing = (int) stock.stream().filter(StockLevel::isBelowMinimum).count();
    if (onTheWay.round().isPresent() && onTheWay.overdue()) {
      concerns.add(
          new Concern(NoticeWords.roundOverdue(ref, onTheWay.round().get()), Duration.ZERO));
    } else if (onTheWay.round().isEmpty() && missing > 0) {
      concerns.add(
          new Concern(NoticeWords.roundUnclaimed(ref, "needed", missing), UNCLAIMED_AFTER));
    }
  }

  /** Why it cannot be used, where no fault has said so already. */
  private static Optional<Saying> unusable(UsableNow usable, List<Presence.Fault> faults) {
    List<UsableNow.Reason> reasons =
        switch (usable) {
          case UsableNow.Yes _ -> List.of();
          case UsableNow.No(List<UsableNow.Reason> why) -> why;
          case UsableNow.Unknown(List<UsableNow.Reason> why) -> why;
        };
    Set<String> told = new HashSet<>();
    faults.forEach(fault -> told.add(fault.kind().name()));
    return reasons.stream()
        .filter(reason -> !told.contains(reason.name()))
        .flatMap(reason -> why(reason).stream())
        .findFirst();
  }

  private static Optional<Saying> why(UsableNow.Reason reason) {
    return switch (reason) {
      case TOO_COLD -> Optional.of(new Saying("室内太冷", "it is too cold inside"));
      case TOO_WARM -> Optional.of(new Saying("室内太热", "it is too warm inside"));
      case CLIMATE_UNKNOWN ->
          Optional.of(new Saying("温度传感器没有读数", "the temperature sensor gives no reading"));
      case DOOR_NEVER_MOVED, LOCK_FAILED, SCANNER_FAILED, POWER_FAILED -> Optional.empty();
      case NEVER_SEEN, SILENT, OUTSIDE_HOURS, QUARANTINED -> Optional.empty();
    };
  }
}
