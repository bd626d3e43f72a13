package org.yizhan.hub.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.yizhan.wire.DutyMoment;
import org.yizhan.wire.DutyTask;

/** What was signed, day by day, the newest first. */
public record DutyLog(List<Day> days) {
  public DutyLog {
    days = List.copyOf(days);
  }

  /**
   * One local day; what was signed after midnight before a closing belongs to its own date.
   *
   * @param signed in order of time
   * @param done what anybody ticked
   * @param notDone what nobody did; switching off is asked of closings only
   */
  public record Day(LocalDate day, List<Signed> signed, Set<DutyTask> done, Set<DutyTask> notDone) {
    public Day {
      signed = List.copyOf(signed);
    }
  }

  /** The log of what was signed, given in order of time. */
  public static DutyLog of(List<Signed> signed, ZoneId zone) {
    TreeMap<LocalDate, List<Signed>> byDay = new TreeMap<>();
    for (Signed each : signed) {
      byDay.computeIfAbsent(day(each.at(), zone), _ -> new ArrayList<>()).add(each);
    }
    return new DutyLog(
        byDay.descendingMap().entrySet().stream()
            .map(entry -> day(entry.getKey(), entry.getValue()))
            .toList());
  }

  private static LocalDate day(Instant at, ZoneId zone) {
    return at.atZone(zone).toLocalDate();
  }

  private static Day day(LocalDate day, List<Signed> signed) {
    Set<DutyTask> done = EnumSet.noneOf(DutyTask.class);
    signed.forEach(each -> done.addAll(each.done()));
    Set<DutyTask> notDone = EnumSet.complementOf(EnumSet.copyOf(done));
    if (signed.stream().noneMatch(each -> each.moment() == DutyMoment.CLOSED)) {
      notDone.remove(DutyTask.POWER_OFF);
    }
    return new Day(day, signed, done, notDone);
  }
}
