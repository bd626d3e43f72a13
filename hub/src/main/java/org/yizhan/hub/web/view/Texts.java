package org.yizhan.hub.web.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.yizhan.station.BilingualText;
import org.yizhan.station.UnionPlace;

/**
 * The words of one language. Messages stand in {@code web/texts_zh.properties} and {@code
 * texts_en.properties} with the same keys; a key that is missing is a programming error and throws.
 */
public final class Texts {
  private static final Map<Language, Texts> ALL = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      ALL.put(language, new Texts(language));
    }
  }

  private final Language language;
  private final Properties messages;
  private final DateTimeFormatter date;
  private final DateTimeFormatter dateTime;
  private final DateTimeFormatter shortDateTime;
  private final DateTimeFormatter monthDay;
  private final DateTimeFormatter time;

  private Texts(Language language) {
    this.language = language;
    this.messages = read("/web/texts_" + language.code() + ".properties");
    date = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(language.locale());
    dateTime = pattern("time.pattern.exact");
    shortDateTime = pattern("time.pattern.short");
    monthDay = pattern("time.pattern.month-day");
    time = pattern("time.pattern.time");
  }

  public static Texts of(Language language) {
    Texts texts = ALL.get(language);
    if (texts == null) {
      throw new IllegalStateException("no texts in " + language);
    }
    return texts;
  }

  private static Properties read(String resource) {
    try (InputStream in = Texts.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the program was built without " + resource);
      }
      Properties messages = new Properties();
      try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
        messages.load(reader);
      }
      return messages;
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }

  private DateTimeFormatter pattern(String key) {
    return DateTimeFormatter.ofPattern(message(key), language.locale());
  }

  public Language language() {
    return language;
  }

  public Set<String> keys() {
    return messages.stringPropertyNames();
  }

  /**
   * The message of this key with its arguments set in, numbers and plurals as the language does.
   */
  public String say(String key, Object... arguments) {
    String message = message(key);
    return arguments.length == 0
        ? message
        : new MessageFormat(message, language.locale()).format(arguments);
  }

  private String message(String key) {
    String message = messages.getProperty(key);
    if (message == null) {
      throw new IllegalArgumentException("no message " + key + " in " + language);
    }
    return message;
  }

  public String of(BilingualText text) {
    return language == Language.ZH ? text.zh() : text.en();
  }

  /** A place from the province down; a code without a known name is shown as it is. */
  public String of(UnionPlace place) {
    return String.join(" › ", place.codes().stream().map(this::placeCode).toList());
  }

  /** The same for a path that is known to be a place: "shandong/liaocheng". */
  public String placePath(String path) {
    return of(UnionPlace.of(path));
  }

  /** A zone as people know it, with its offset: "China Standard Time (GMT+8)". */
  public String zone(ZoneId zone, Instant at) {
    return zone.getDisplayName(TextStyle.FULL, language.locale())
        + DateTimeFormatter.ofPattern(message("time.pattern.offset"), language.locale())
            .format(at.atZone(zone));
  }

  /** The name of one part of a place. */
  public String placeCode(String code) {
    return messages.getProperty("place." + code, code);
  }

  public String number(long value) {
    return NumberFormat.getIntegerInstance(language.locale()).format(value);
  }

  /** With exactly one figure after the point. */
  public String decimal(double value) {
    NumberFormat format = NumberFormat.getNumberInstance(language.locale());
    format.setMinimumFractionDigits(1);
    format.setMaximumFractionDigits(1);
    return format.format(value);
  }

  public String date(LocalDate day) {
    return date.format(day);
  }

  /** A day of the year without the year, for charts. */
  public String monthDay(LocalDate day) {
    return monthDay.format(day);
  }

  /** Date, time and zone: what stands behind a relative time. */
  public String exact(Instant at, ZoneId zone) {
    return dateTime.format(at.atZone(zone));
  }

  /** Month, day and time, for lists. */
  public String brief(Instant at, ZoneId zone) {
    return shortDateTime.format(at.atZone(zone));
  }

  /** The same, on the day itself the time alone. */
  public String briefOf(Instant at, Instant now, ZoneId zone) {
    boolean today = at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
    return today ? time.format(at.atZone(zone)) : brief(at, zone);
  }

  public String day(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, language.locale());
  }

  public String dayInFull(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, language.locale());
  }

  /** "3 min": how long, in the largest fitting unit. */
  public String span(Duration duration) {
    long minutes = Math.max(0, duration.toMinutes());
    if (minutes < 1) {
      return say("span.moment");
    }
    if (minutes < 60) {
      return say("span.minutes", minutes);
    }
    return minutes < 48 * 60 ? say("span.hours", minutes / 60) : say("span.days", minutes / 1440);
  }

  /** How long to wait, rounded up. */
  public String wait(Duration duration) {
    long seconds = duration.plusMillis(999).toSeconds();
    return seconds <= 90
        ? say("span.seconds", seconds)
        : say("span.minutes", Math.ceilDiv(seconds, 60));
  }

  /** "3 min ago", with the exact time behind it. */
  public Age age(Instant at, Instant now, ZoneId zone) {
    Duration since = Duration.between(at, now);
    String text = since.toSeconds() < 60 ? say("age.now") : say("age.ago", span(since));
    return new Age(text, exact(at, zone), at.toString());
  }
}
