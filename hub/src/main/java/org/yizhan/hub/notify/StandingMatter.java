package org.yizhan.hub.notify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yizhan.hub.notice.Audience;
import org.yizhan.hub.notice.MatterKey;
import org.yizhan.hub.notice.NoticeKind;
import org.yizhan.hub.notice.Saying;
import org.yizhan.hub.notice.Urgency;
import org.yizhan.station.StationId;

/**
 * A matter that is not over.
 *
 * @param link the page that shows it, without the host
 * @param told the channels it went to or waits to go to, by name
 * @param acknowledged who said they see to it
 * @param next who is told next unless somebody says so
 */
public record StandingMatter(
    MatterKey key,
    NoticeKind kind,
    StationId station,
    Urgency urgency,
    Saying title,
    Saying text,
    String link,
    Instant began,
    List<String> told,
    Optional<Acknowledged> acknowledged,
    Optional<Next> next) {
  public StandingMatter {
    told = List.copyOf(told);
  }

  /**
   * Somebody sees to it.
   *
   * @param by the account that said so; empty for a command
   */
  public record Acknowledged(Instant at, Optional<String> by) {}

  /** Who is told, and when. */
  public record Next(Audience.Role role, Instant due) {}
}
