package org.yizhan.hub.notify;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yizhan.hub.notice.NoticeKind;

/**
 * That a station's shelf needs somebody: something is low, will be, or expires.
 *
 * @param since when the hub saw the first of it that still stands
 * @param acknowledged who said last that somebody sees to it
 */
public record Need(Instant since, Optional<StandingMatter.Acknowledged> acknowledged) {
  /** What says that a shelf needs something. */
  public static final Set<NoticeKind> KINDS =
      Collections.unmodifiableSet(
          EnumSet.of(
              NoticeKind.ITEM_BELOW_MINIMUM,
              NoticeKind.ITEM_RUNS_OUT_SOON,
              NoticeKind.ITEM_EXPIRES));

  /** And that nobody brings it. */
  public static final Set<NoticeKind> ROUND_KINDS =
      Collections.unmodifiableSet(EnumSet.of(NoticeKind.ROUND_UNCLAIMED, NoticeKind.ROUND_OVERDUE));

  /** What these matters of one station say of its shelf; empty when it needs nothing. */
  public static Optional<Need> of(List<StandingMatter> matters) {
    List<StandingMatter> needs =
        matters.stream().filter(matter -> KINDS.contains(matter.kind())).toList();
    return needs.stream()
        .map(StandingMatter::began)
        .min(Comparator.naturalOrder())
        .map(
            since ->
                new Need(
                    since,
                    needs.stream()
                        .flatMap(matter -> matter.acknowledged().stream())
                        .max(Comparator.comparing(StandingMatter.Acknowledged::at))));
  }

  /** Whether this matter is about bringing things. */
  public static boolean isOf(StandingMatter matter) {
    return KINDS.contains(matter.kind()) || ROUND_KINDS.contains(matter.kind());
  }
}
