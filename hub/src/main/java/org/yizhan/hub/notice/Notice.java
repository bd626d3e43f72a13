package org.yizhan.hub.notice;

import java.util.regex.Pattern;

/**
 * One thing people are told. {@link NoticeWords} makes them.
 *
 * @param title what happened and where, one line
 * @param text what can be done about it, one line
 * @param link the page that shows it, an address of the hub without its host: {@code
 *     /stations/lc-01}
 * @param key the matter: while it stands, telling it again tells nobody anything
 */
public record Notice(
    NoticeKind kind,
    StationRef station,
    Urgency urgency,
    Saying title,
    Saying text,
    String link,
    MatterKey key) {
  public static final int LINK_LENGTH_MAX = 200;
  private static final Pattern LINK = Pattern.compile("/[A-Za-z0-9/_?&=.%-]{0,199}");

  public Notice {
    if (link.length() > LINK_LENGTH_MAX || !LINK.matcher(link).matches()) {
      throw new IllegalArgumentException(
          "a notice's link is a path of the hub, '/' and up to 199 plain characters, not " + link);
    }
  }
}
