package org.yizhan.hub.notice;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * When an address is left in peace, by its own local time: from (inclusive) to (exclusive), over
 * midnight when {@code from} is the later. Urgent notices get through all the same.
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final Pattern FORM = Pattern.compile("\\d\\d:\\d\\d-\\d\\d:\\d\\d");

  public QuietHours {
    if (from.equals(to)) {
      throw new IllegalArgumentException(
          "quiet hours that begin when they end would be none or all: leave them out, or mute");
    }
  }

  /**
   * Reads {@code 22:00-07:00}.
   *
   * @throws IllegalArgumentException with a sentence for the operator
   */
  public static QuietHours parse(String text, ZoneId zone) {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("quiet hours are written 22:00-07:00");
    }
    try {
      return new QuietHours(
          LocalTime.parse(text.substring(0, 5)), LocalTime.parse(text.substring(6)), zone);
    } catch (DateTimeException noTimeOfDay) {
      throw new IllegalArgumentException("quiet hours are written 22:00-07:00", noTimeOfDay);
    }
  }

  public boolean contains(Instant moment) {
    LocalTime time = moment.atZone(zone).toLocalTime();
    return from.isBefore(to)
        ? !time.isBefore(from) && time.isBefore(to)
        : !time.isBefore(from) || time.isBefore(to);
  }

  /** {@code 22:00-07:00}. */
  public String text() {
    return CLOCK.format(from) + '-' + CLOCK.format(to);
  }
}
