package org.yizhan.station;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yizhan.station.OpeningHours.Span;
import org.yizhan.station.YamlNode.Field;

/** Opening hours: {@code 24h}, or a weekly plan with holidays by date. */
final class HoursReader {
  static final int HOLIDAYS_MAX = 400;
  private static final int DAY_MINUTES = 24 * 60;
  private static final int WEEK_MINUTES = 7 * DAY_MINUTES;
  private static final int RANGE_DAYS_MAX = 62;

  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final String TIME = "((?:[01][0-9]|2[0-3]):[0-5][0-9])";
  private static final Pattern SPAN = Pattern.compile(TIME + "-(?:" + TIME + "|24:00)");
  private static final Pattern DATE_RANGE =
      Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})(?:\\.\\.([0-9]{4}-[0-9]{2}-[0-9]{2}))?");
  private static final String PLAN_REMEDY =
      "write \"hours: 24h\", or days such as \"mon-fri: 06:30-22:00\"";
  private static final String SPAN_REMEDY = "write \"08:00-20:00\", several with commas, or closed";

  private final Problems problems;
  private final Values values;
  private final Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
  private final Map<LocalDate, List<Span>> holidays = new TreeMap<>();
  private final BitSet openMinutes = new BitSet(WEEK_MINUTES);

  private HoursReader(Problems problems) {
    this.problems = problems;
    this.values = new Values(problems);
  }

  static @Nullable OpeningHours read(YamlNode node, Problems problems) {
    if (node instanceof YamlNode.Scalar(var at, var length, var text, var kind)) {
      if (text.equals("24h")) {
        return new OpeningHours.AroundTheClock();
      }
      problems.add(at, Values.shown(text) + " is no plan of opening hours", PLAN_REMEDY);
      return null;
    }
    return new HoursReader(problems).plan(ProfileSection.of(node, PLAN_REMEDY, problems));
  }

  private OpeningHours plan(ProfileSection section) {
    section
        .fields()
        .forEach(
            (key, field) -> {
              if (key.equals("holidays")) {
                holidays(ProfileSection.of(field.value(), "write dates with hours", problems));
              } else {
                days(key, field);
              }
            });
    boolean open = holidays.values().stream().anyMatch(spans -> !spans.isEmpty());
    if (problems.none() && openMinutes.isEmpty() && !open) {
      problems.add(section.at(), "the station would never be open", PLAN_REMEDY);
    }
    return new OpeningHours.Weekly(week, holidays);
  }

  private void days(String key, Field field) {
    List<DayOfWeek> days = daysOf(key);
    if (days.isEmpty()) {
      problems.add(
          field.key(),
          Values.shown(key) + " is not a day",
          "write mon, tue, wed, thu, fri, sat, sun, a range such as mon-fri, daily or holidays");
      return;
    }
    List<Span> spans = spans(field.value());
    for (DayOfWeek day : days) {
      if (week.putIfAbsent(day, spans) != null) {
        problems.add(
            field.key(),
            wordOf(day) + " has hours already",
            "name each day once, for example mon-fri, sat and sun");
        return;
      }
      for (Span span : spans) {
        if (!free(openMinutes, minuteOf(day), WEEK_MINUTES, span)) {
          problems.add(
              field.key(),
              "the hours of " + wordOf(day) + " overlap others",
              "let each span end before the next begins; 22:00-02:00 runs into the next day");
          return;
        }
      }
    }
  }

  private static List<DayOfWeek> daysOf(String key) {
    if (key.equals("daily")) {
      return List.of(DayOfWeek.values());
    }
    String[] ends = key.split("-", -1);
    int first = DAYS.indexOf(ends[0]);
    int last = DAYS.indexOf(ends[ends.length - 1]);
    if (ends.length > 2 || first < 0 || last < 0) {
      return List.of();
    }
    List<DayOfWeek> days = new ArrayList<>();
    for (DayOfWeek day = DayOfWeek.of(first + 1); ; day = day.plus(1)) {
      days.add(day);
      if (day.getValue() == last + 1) {
        return days;
      }
    }
  }

  private static String wordOf(DayOfWeek day) {
    return DAYS.get(day.getValue() - 1);
  }

  private static int minuteOf(DayOfWeek day) {
    return (day.getValue() - 1) * DAY_MINUTES;
  }

  private void holidays(ProfileSection section) {
    for (Map.Entry<String, Field> entry : section.fields().entrySet()) {
      Field field = entry.getValue();
      List<Span> spans = spans(field.value());
      BitSet minutes = new BitSet();
      if (spans.stream().anyMatch(span -> !free(minutes, 0, 2 * DAY_MINUTES, span))) {
        problems.add(field.key(), "the hours overlap", "let each span end before the next begins");
      }
      for (LocalDate date : datesOf(entry.getKey(), field.key())) {
        if (holidays.putIfAbsent(date, spans) != null) {
          problems.add(field.key(), date + " has hours already", "name each date once");
          break;
        }
      }
    }
    if (holidays.size() > HOLIDAYS_MAX) {
      problems.add(
          section.at(),
          holidays.size() + " holidays are too many",
          "keep at most " + HOLIDAYS_MAX + ": this year's and the next");
    }
  }

  private List<LocalDate> datesOf(String key, Spot at) {
    Matcher form = DATE_RANGE.matcher(key);
    if (form.matches()) {
      try {
        LocalDate first = LocalDate.parse(form.group(1));
        LocalDate last = form.group(2) == null ? first : LocalDate.parse(form.group(2));
        if (!last.isBefore(first) && last.isBefore(first.plusDays(RANGE_DAYS_MAX))) {
          return first.datesUntil(last.plusDays(1)).toList();
        }
      } catch (DateTimeException noSuchDay) {
        // said below
      }
    }
    problems.add(
        at,
        Values.shown(key) + " is not a date or a range of at most " + RANGE_DAYS_MAX + " days",
        "write 2026-10-01 or 2026-10-01..2026-10-07");
    return List.of();
  }

  private List<Span> spans(YamlNode node) {
    String text = values.text(node);
    if (text == null || text.equals("closed")) {
      return List.of();
    }
    List<Span> spans = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      Matcher form = SPAN.matcher(part.strip());
      if (!form.matches() || form.group(1).equals(form.group(2))) {
        problems.add(node.at(), Values.shown(text) + " are no opening hours", SPAN_REMEDY);
        return List.of();
      }
      LocalTime end = form.group(2) == null ? LocalTime.MIDNIGHT : LocalTime.parse(form.group(2));
      spans.add(new Span(LocalTime.parse(form.group(1)), end));
    }
    return List.copyOf(spans);
  }

  /** Marks the span's minutes, counted from its day's; false when one was taken. */
  private static boolean free(BitSet minutes, int day, int around, Span span) {
    int from = span.from().toSecondOfDay() / 60;
    int to = span.to().toSecondOfDay() / 60;
    int end = to > from ? to : to + DAY_MINUTES;
    boolean free = true;
    for (int minute = from; minute < end; minute++) {
      int index = (day + minute) % around;
      free &= !minutes.get(index);
      minutes.set(index);
    }
    return free;
  }
}
