package org.yizhan.hub.notify;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yizhan.hub.notice.Audience;
import org.yizhan.hub.notice.QuietHours;
import org.yizhan.hub.notice.Tongue;

/**
 * An address that wants to hear, and of what.
 *
 * @param mutedUntil until then all waits, urgent notices too; {@link Instant#MAX} until told
 *     otherwise
 * @param wayOut the token of its unsubscribe link
 */
public record Subscription(
    long number, Wish wish, String wayOut, Instant mutedUntil, boolean unsubscribed) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  /**
   * What its owner said when adding it.
   *
   * @param name by which commands know it: 1 to 40 of {@code a-z 0-9 -}
   */
  public record Wish(
      String name, Channel channel, Audience audience, Tongue tongue, Optional<QuietHours> quiet) {
    public Wish {
      if (!isName(name)) {
        throw new IllegalArgumentException(
            "a channel's name has 1 to 40 of a-z, 0-9 and -, not " + name);
      }
    }
  }

  /** Whether a text may be a channel's name. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  public boolean isMuted(Instant now) {
    return now.isBefore(mutedUntil);
  }

  boolean isQuiet(Instant now) {
    return wish.quiet().map(hours -> hours.contains(now)).orElse(false);
  }
}
