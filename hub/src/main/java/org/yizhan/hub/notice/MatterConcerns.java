package org.yizhan.hub.notice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yizhan.hub.notice.StationConcerns.Concern;
import org.yizhan.hub.notice.StationConcerns.Look;
import org.yizhan.wire.MatterKind;

/**
 * What people reported and nobody has answered. Over when it is answered.
 *
 * <p>Anybody can report, so a flood of reports must not become a flood of messages: of one station
 * the oldest {@link #TOLD_MAX} are told, and one urgently at a time.
 */
public final class MatterConcerns {
  /** So many of one station stand at a time; the next when one is answered. */
  public static final int TOLD_MAX = 5;

  private MatterConcerns() {}

  /**
   * A matter nobody has answered.
   *
   * @param number as people name it at its station
   * @param reopened it was dealt with, and who raised it was not satisfied
   */
  public record Unanswered(int number, MatterKind kind, boolean reopened) {}

  /**
   * Of one station.
   *
   * @param oldestFirst what nobody has answered there
   */
  public static Look of(StationRef station, List<Unanswered> oldestFirst) {
    List<Concern> concerns = new ArrayList<>();
    oldestFirst.stream()
        .filter(matter -> matter.kind() == MatterKind.LOCKED_OUT)
        .findFirst()
        .ifPresent(first -> concerns.add(atOnce(NoticeWords.lockedOut(station, first.number()))));
    oldestFirst.stream()
        .filter(matter -> matter.kind() != MatterKind.LOCKED_OUT)
        .limit(TOLD_MAX)
        .forEach(
            matter -> concerns.add(atOnce(NoticeWords.matterRaised(station, matter.number()))));
    oldestFirst.stream()
        .filter(Unanswered::reopened)
        .limit(TOLD_MAX)
        .forEach(
            matter -> concerns.add(atOnce(NoticeWords.matterReopened(station, matter.number()))));
    return new Look(concerns, Set.of(NoticeKind.MATTER_RAISED, NoticeKind.MATTER_REOPENED));
  }

  private static Concern atOnce(Notice notice) {
    return new Concern(notice, Duration.ZERO);
  }
}
