package org.yizhan.hub.web.view;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yizhan.hub.usage.UsageChart;

/**
 * Visits of a span of days, of one station or of all at or below a place.
 *
 * @param what the station's or place's name
 * @param from first day, {@code to} last day (inclusive), both local
 * @param problem why the wish could not be met as it stood, or empty
 */
public record UsageView(
    Texts t,
    String what,
    String station,
    String place,
    LocalDate from,
    LocalDate to,
    String zone,
    UsageChart chart,
    OverviewView.Today today,
    List<PlaceChoice> places,
    List<StationChoice> stations,
    Optional<String> problem) {

  /** Under so many visits shares say more about single people than about a place. */
  private static final int SHARES_FROM = 10;

  private static final int STEPS = 7;

  /** One station to choose. */
  public record StationChoice(String id, String name, boolean chosen) {}

  /** One cell of the matrix: its visits, and 0 to 7 on the scale. */
  public record Cell(int hour, int visits, int step, String spoken) {}

  /** One weekday of the matrix. */
  public record WeekRow(String day, List<Cell> cells) {}

  public boolean isEmpty() {
    return chart.visits() == 0;
  }

  public int most() {
    return chart.peak().map(UsageChart.Peak::visits).orElse(0);
  }

  public List<WeekRow> week() {
    List<WeekRow> rows = new ArrayList<>(7);
    int most = most();
    for (DayOfWeek day : DayOfWeek.values()) {
      List<Cell> cells = new ArrayList<>(24);
      for (int hour = 0; hour < 24; hour++) {
        int visits = chart.week().get(day.getValue() - 1).get(hour);
        int step = visits == 0 ? 0 : Math.max(1, Math.ceilDiv(visits * STEPS, most));
        cells.add(
            new Cell(
                hour, visits, step, t.say("usage.cell", t.dayInFull(day), hour, hour + 1, visits)));
      }
      rows.add(new WeekRow(t.day(day), cells));
    }
    return rows;
  }

  /** What the figures say, as sentences. */
  public List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    chart
        .peak()
        .ifPresent(
            peak ->
                sentences.add(
                    t.say("usage.peak", t.dayInFull(peak.day()), peak.hour(), peak.hour() + 1)));
    if (chart.visits() >= SHARES_FROM) {
      sentences.add(t.say("usage.night", percent(nightVisits())));
      sentences.add(evidence());
    }
    return sentences;
  }

  private String evidence() {
    if (chart.passOnly() == 0) {
      return t.say("usage.evidence", percent(chart.passAndDoor()));
    }
    return chart.passOnly() == chart.visits()
        ? t.say("usage.evidence.unwatched")
        : t.say("usage.evidence.mixed", percent(chart.passAndDoor()), percent(chart.passOnly()));
  }

  private int nightVisits() {
    List<Integer> hours = chart.byHour();
    int night = 0;
    for (int hour = 0; hour < 24; hour++) {
      night += hour >= 22 || hour < 6 ? hours.get(hour) : 0;
    }
    return night;
  }

  private int percent(int part) {
    return Math.round(100f * part / chart.visits());
  }

  /** "12 today, usually 14 by now", in one sentence. */
  public String todaySentence() {
    return today.usually().isPresent()
        ? t.say("usage.today.usually", today.visits(), today.usually().getAsInt())
        : t.say("usage.today", today.visits());
  }

  /** The scale's upper ends, for the legend: 1 to {@link #most()}. */
  public List<Integer> steps() {
    return java.util.stream.IntStream.rangeClosed(0, STEPS).boxed().toList();
  }

  /** The wish as an address' query, for downloads and the API. */
  public String query() {
    String subject = station.isEmpty() ? "place=" + place : "station=" + station;
    return subject + "&from=" + from + "&to=" + to;
  }

  /** The same subject over the last days up to {@link #to}. */
  public String queryOfLast(int days) {
    String subject = station.isEmpty() ? "place=" + place : "station=" + station;
    return subject + "&from=" + to.minusDays(days - 1L) + "&to=" + to;
  }

  /** The average number of visits a day, over the days of which something is known. */
  public String perDay() {
    int days = chart.days().size();
    return t.say("usage.total.beside", t.decimal(chart.visits() / (double) days), days);
  }

  /** The first day with records when it is later than the first day asked for, as a sentence. */
  public Optional<String> beginning() {
    LocalDate first = chart.days().getFirst().date();
    return first.isAfter(from)
        ? Optional.of(t.say("usage.begin", t.date(first)))
        : Optional.empty();
  }

  public boolean isSpanOf(int days) {
    return from.equals(to.minusDays(days - 1L));
  }

  /** For {@code app.js}: days by evidence. */
  public String daysJson() {
    return ChartJson.days(chart, t);
  }

  /** For {@code app.js}: average visits a day by hour. */
  public String hoursJson() {
    return ChartJson.hours(chart, t);
  }
}
