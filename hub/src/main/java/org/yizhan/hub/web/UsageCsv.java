package org.yizhan.hub.web;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.yizhan.hub.usage.HourlyVisits;
import org.yizhan.hub.web.view.Texts;

/**
 * Hourly visits as CSV (RFC 4180), one line for each hour with a visit, in local time. Begins with
 * a byte-order mark, without which spreadsheets take Chinese for something else. A field that a
 * spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV Injection).
 */
final class UsageCsv {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String FORMULA_BEGINS = "=+-@\t\r\n＝＋－＠";

  private UsageCsv() {}

  static String of(String what, List<HourlyVisits> hours, ZoneId zone, Texts t) {
    StringBuilder csv = new StringBuilder(BYTE_ORDER_MARK);
    line(
        csv,
        List.of(
            t.say("csv.what"),
            t.say("csv.hour"),
            t.say("csv.visits"),
            t.say("csv.proved"),
            t.say("csv.unwatched"),
            t.say("csv.sensed")));
    for (HourlyVisits hour : hours) {
      ZonedDateTime local = hour.hour().atZone(zone).truncatedTo(ChronoUnit.HOURS);
      line(
          csv,
          List.of(
              what,
              DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local),
              Integer.toString(hour.visits()),
              Integer.toString(hour.passAndDoor()),
              Integer.toString(hour.passOnly()),
              Integer.toString(hour.sensorOnly())));
    }
    return csv.toString();
  }

  private static void line(StringBuilder csv, List<String> fields) {
    csv.append(String.join(",", fields.stream().map(UsageCsv::field).toList())).append("\r\n");
  }

  static String field(String text) {
    String safe =
        !text.isEmpty() && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0 ? '\'' + text : text;
    boolean quoted = safe.chars().anyMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
