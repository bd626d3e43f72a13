package org.yizhan.hub.web.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yizhan.hub.duty.DutyLog;
import org.yizhan.hub.duty.HoursGained;
import org.yizhan.hub.duty.Rota;
import org.yizhan.hub.duty.Signed;
import org.yizhan.hub.duty.Spell;
import org.yizhan.hub.duty.Turn;
import org.yizhan.station.OpeningHours;
import org.yizhan.wire.DutyMoment;
import org.yizhan.wire.DutyTask;

/**
 * Duty at one station: whose weeks come, what was signed, how many hours were gained.
 *
 * @param gained one sentence
 * @param weeks the last four of the rota, oldest first; empty where nothing can be gained
 */
public record DutyView(List<Week> calendar, List<Day> log, String gained, List<Gained> weeks) {
  /** How far back the log goes. */
  public static final int DAYS = 28;

  private static final int WEEKS = 4;

  /** One turn. */
  public record Week(String days, String group, boolean now, boolean swapped) {}

  /** One day of the log. */
  public record Day(String day, List<Line> lines, String done, String notDone, boolean noClosing) {}

  /** One thing signed. */
  public record Line(String time, String what, String who, String note) {}

  /** What one week gained, in hours as people read them. */
  public record Gained(
      String week, String hours, Share early, Share late, Share closedDays, boolean now) {}

  /** A part of a bar, as long as it is compared with the best of these weeks. */
  public record Share(int percent, String hours) {}

  /** What the view is made from. */
  public record Read(
      Optional<Rota> rota, List<Signed> signed, Optional<OpeningHours> hours, ZoneId zone) {}

  public static DutyView of(Read read, Instant now, Texts t) {
    LocalDate today = now.atZone(read.zone()).toLocalDate();
    List<Week> calendar =
        read.rota().map(rota -> rota.turns(today, 8)).orElse(List.of()).stream()
            .map(turn -> week(turn, today, t))
            .toList();
    List<Spell> spells = Spell.of(read.signed(), read.zone(), now);
    List<LocalDate> begins = weeks(read, today);
    List<HoursGained> gained =
        read.hours()
            .map(
                hours ->
                    begins.stream()
                        .map(
                            first ->
                                HoursGained.of(
                                    spells, hours, read.zone(), first, first.plusDays(6)))
                        .toList())
            .orElse(List.of());
    boolean always = read.hours().filter(OpeningHours.AroundTheClock.class::isInstance).isPresent();
    return new DutyView(
        calendar,
        DutyLog.of(read.signed(), read.zone()).days().stream()
            .map(day -> day(day, spells, read.zone(), t))
            .toList(),
        always ? t.say("duty.gained.always") : sentence(gained, t),
        always ? List.of() : bars(begins, gained, t));
  }

  private static Week week(Turn turn, LocalDate today, Texts t) {
    return new Week(
        t.monthDay(turn.first()) + "–" + t.monthDay(turn.last()),
        turn.group().name(),
        !turn.first().isAfter(today),
        turn.swapped());
  }

  /** The beginnings of the last weeks, this one last. */
  private static List<LocalDate> weeks(Read read, LocalDate today) {
    LocalDate first =
        read.rota()
            .map(rota -> rota.weekOf(today))
            .orElse(today.with(TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY)));
    List<LocalDate> weeks = new ArrayList<>();
    for (int back = WEEKS - 1; back >= 0; back--) {
      weeks.add(first.minusWeeks(back));
    }
    return weeks;
  }

  private static String sentence(List<HoursGained> gained, Texts t) {
    if (gained.isEmpty()) {
      return t.say("duty.gained.unknown");
    }
    int all = gained.stream().mapToInt(HoursGained::minutes).sum();
    return t.say("duty.gained.sentence", hours(gained.getLast().minutes(), t), hours(all, t));
  }

  private static List<Gained> bars(List<LocalDate> begins, List<HoursGained> gained, Texts t) {
    int most = Math.max(1, gained.stream().mapToInt(HoursGained::minutes).max().orElse(1));
    List<Gained> bars = new ArrayList<>();
    for (int week = 0; week < gained.size(); week++) {
      HoursGained each = gained.get(week);
      Function<Integer, Share> share =
          minutes -> new Share(100 * minutes / most, hours(minutes, t));
      bars.add(
          new Gained(
              t.say("duty.gained.week", t.monthDay(begins.get(week))),
              hours(each.minutes(), t),
              share.apply(each.early()),
              share.apply(each.late()),
              share.apply(each.closedDays()),
              week == gained.size() - 1));
    }
    return List.copyOf(bars);
  }

  private static String hours(int minutes, Texts t) {
    return t.decimal(minutes / 60.0);
  }

  private static Day day(DutyLog.Day day, List<Spell> spells, ZoneId zone, Texts t) {
    boolean noClosing =
        spells.stream()
            .anyMatch(
                spell ->
                    spell.ending() == Spell.Ending.MISSING
                        && spell.from().atZone(zone).toLocalDate().equals(day.day()));
    return new Day(
        t.monthDay(day.day()) + " " + t.day(day.day().getDayOfWeek()),
        day.signed().stream().map(each -> line(each, day.day(), zone, t)).toList(),
        names(day.done(), t),
        names(day.notDone(), t),
        noClosing);
  }

  private static Line line(Signed signed, LocalDate day, ZoneId zone, Texts t) {
    String name = signed.who().isEmpty() ? t.say("duty.log.unknown") : signed.who();
    String who = signed.helped() ? t.say("duty.log.helped", name) : name;
    return new Line(
        t.briefOf(signed.at(), day.atTime(12, 0).atZone(zone).toInstant(), zone),
        t.say("phone.app.duty.sign." + word(signed.moment())),
        signed.party().isEmpty() || signed.helped() ? who : who + " · " + signed.party(),
        signed.note());
  }

  private static String names(Collection<DutyTask> tasks, Texts t) {
    return tasks.stream()
        .sorted()
        .map(task -> t.say("duty.task." + task.name().toLowerCase(Locale.ROOT).replace('_', '-')))
        .collect(Collectors.joining(" · "));
  }

  private static String word(DutyMoment moment) {
    return moment.name().toLowerCase(Locale.ROOT);
  }
}
