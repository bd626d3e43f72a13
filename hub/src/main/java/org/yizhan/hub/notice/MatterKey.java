package org.yizhan.hub.notice;

import java.util.regex.Pattern;
import org.yizhan.station.StationId;

/**
 * Names one matter while it stands ({@code fault-raised:lc-01:front-lock:lock-failed}), so that it
 * is told once and its end is told once: 1 to 200 of {@code a-z 0-9 : . _ -}.
 */
public record MatterKey(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9:._-]{0,199}");

  public MatterKey {
    if (value.length() > 200 || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a matter's key has 1 to 200 of a-z, 0-9 and : . _ -");
    }
  }

  public static MatterKey of(NoticeKind kind, StationId station, String... details) {
    StringBuilder key = new StringBuilder(kind.word()).append(':').append(station.value());
    for (String detail : details) {
      key.append(':').append(detail);
    }
    return new MatterKey(key.toString());
  }

  @Override
  public String toString() {
    return value;
  }
}
