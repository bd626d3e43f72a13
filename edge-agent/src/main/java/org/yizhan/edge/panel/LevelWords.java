package org.yizhan.edge.panel;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.yizhan.edge.supply.KnownLevel;
import org.yizhan.wire.Moment;

/** How a level is known and how old that knowledge is, in words. */
final class LevelWords {
  /** What nobody looked at for so long is shown as hardly known. */
  static final Duration OLD_AFTER = Duration.ofDays(7);

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private LevelWords() {}

  static String of(KnownLevel level, Moment now, ZoneId zone, Tongue tongue) {
    if (level.asOfMs().isEmpty()) {
      return tongue.say("称重", "weighed");
    }
    String how =
        switch (level.how()) {
          case SCALE -> tongue.say("称重", "weighed");
          case COUNTED -> tongue.say("清点", "counted");
          case RECKONED -> tongue.say("推算", "reckoned");
        };
    String when = when(level.asOfMs().getAsLong(), now, zone, tongue);
    String words = tongue.say(when + how, how + " " + when);
    return isOld(level, now) ? words + tongue.say("，已久", ", long ago") : words;
  }

  /** True when so much may have changed since that the number says little. */
  static boolean isOld(KnownLevel level, Moment now) {
    return level.asOfMs().isPresent()
        && now.wallMs() - level.asOfMs().getAsLong() >= OLD_AFTER.toMillis();
  }

  /** By a clock nobody trusts no age can be told, only the date the hub gave. */
  private static String when(long atMs, Moment now, ZoneId zone, Tongue tongue) {
    long minutes = Duration.ofMillis(now.wallMs() - atMs).toMinutes();
    if (!now.clockTrusted() || minutes < 0) {
      String day = DAY.format(Instant.ofEpochMilli(atMs).atZone(zone));
      return tongue.say(day + " ", "on " + day);
    }
    if (minutes < 2) {
      return tongue.say("刚刚", "just now");
    }
    if (minutes < 120) {
      return tongue.say(minutes + " 分钟前", minutes + " min ago");
    }
    long hours = minutes / 60;
    return hours < 48
        ? tongue.say(hours + " 小时前", hours + " h ago")
        : tongue.say(hours / 24 + " 天前", hours / 24 + " days ago");
  }
}
