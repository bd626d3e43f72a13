package org.yizhan.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yizhan.hub.forecast.DemandSeries;
import org.yizhan.hub.forecast.Observed;

/**
 * Real demand by day: lines {@code item,date,units} under such a heading. A day without a line had
 * no demand; all items reach from the first day of the file to the last.
 *
 * @param items each item's units by day
 */
public record DemandFile(String name, LocalDate firstDay, List<int[]> items) {
  private static final int LINES_MAX = 1_000_000;
  private static final int ITEMS_MAX = 10_000;

  /** The series in the test resources; its README says whence. */
  public static DemandFile trains() {
    try (InputStream in = DemandFile.class.getResourceAsStream("/demand/chicago-trains.csv")) {
      if (in == null) {
        throw new BenchException("chicago-trains.csv is missing from the test resources");
      }
      var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return DemandFile.of("chicago-trains", reader.lines().toList());
    } catch (IOException unreadable) {
      throw new BenchException("cannot read chicago-trains.csv: " + unreadable.getMessage());
    }
  }

  static DemandFile read(Path file) {
    try (var lines = Files.lines(file)) {
      String name = String.valueOf(file.getFileName()).replaceFirst("\\.csv$", "");
      return of(name, lines.limit(LINES_MAX + 2L).toList());
    } catch (IOException | UncheckedIOException unreadable) {
      throw new BenchException(
          "cannot read %s as text (%s)".formatted(file, unreadable.getClass().getSimpleName()),
          unreadable);
    }
  }

  static DemandFile of(String name, List<String> lines) {
    if (lines.size() > LINES_MAX + 1) {
      throw new BenchException(name + ": more than " + LINES_MAX + " lines");
    }
    Map<String, Map<LocalDate, Integer>> units = new TreeMap<>();
    LocalDate first = LocalDate.MAX;
    LocalDate last = LocalDate.MIN;
    for (int number = 1; number < lines.size(); number++) {
      String[] parts = lines.get(number).split(",", -1);
      try {
        Observed.Day day = new Observed.Day(LocalDate.parse(parts[1]), Integer.parseInt(parts[2]));
        units.computeIfAbsent(parts[0], item -> new TreeMap<>()).put(day.date(), day.units());
        first = day.date().isBefore(first) ? day.date() : first;
        last = day.date().isAfter(last) ? day.date() : last;
      } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException wrong) {
        throw new BenchException(
            "%s, line %d: write item,2026-11-27,units (%s)"
                .formatted(name, number + 1, wrong.getMessage()));
      }
    }
    if (units.isEmpty() || units.size() > ITEMS_MAX) {
      throw new BenchException(name + ": give 1 to " + ITEMS_MAX + " items");
    }
    long days = ChronoUnit.DAYS.between(first, last) + 1;
    if (days > DemandSeries.DAYS_MAX) {
      throw new BenchException(name + ": give " + DemandSeries.DAYS_MAX + " days at most");
    }
    List<int[]> items = new ArrayList<>();
    for (Map<LocalDate, Integer> item : units.values()) {
      int[] series = new int[(int) days];
      for (Map.Entry<LocalDate, Integer> day : item.entrySet()) {
        series[(int) ChronoUnit.DAYS.between(first, day.getKey())] = day.getValue();
      }
      items.add(series);
    }
    return new DemandFile(name, first, List.copyOf(items));
  }
}
