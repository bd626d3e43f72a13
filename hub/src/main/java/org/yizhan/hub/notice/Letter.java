package org.yizhan.hub.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yizhan.station.StationId;

/**
 * One message to one address, in its language, before any channel's format.
 *
 * @param id the same when it is sent again, so that a receiver can drop the second
 * @param written when it was composed
 * @param more how many further notices it stands for without listing them
 * @param pages where the hub's pages are, without a slash at the end; empty when nobody else can
 *     reach them
 */
public record Letter(
    String id,
    Instant written,
    Tongue tongue,
    Urgency urgency,
    List<Item> items,
    int more,
    Optional<String> pages,
    WayOut wayOut) {
  public Letter {
    items = List.copyOf(items);
    if (items.isEmpty() || more < 0) {
      throw new IllegalArgumentException("a letter holds at least one notice");
    }
  }

  /** One notice as it is read. */
  public record Item(
      MatterKey key,
      NoticeKind kind,
      Optional<StationId> station,
      boolean over,
      String title,
      String text,
      String link) {}

  /** How the reader makes an end of it. */
  public sealed interface WayOut {
    /** A page of the hub. */
    record Link(String url) implements WayOut {}

    /** Where no page can be reached: what to ask the operator for. */
    record Ask(String channel) implements WayOut {}
  }

  /** What stands above the message. */
  public String title() {
    return items.size() == 1 && more == 0
        ? items.getFirst().title()
        : NoticeWords.several(items.size() + more).in(tongue);
  }

  /** The word on the link to an item's page. */
  public String viewWord() {
    return NoticeWords.VIEW.in(tongue);
  }

  /** The last line where not all is listed. */
  public Optional<String> moreLine() {
    return more == 0 ? Optional.empty() : Optional.of(NoticeWords.more(more).in(tongue));
  }

  /** The line of the way out, without the link. */
  public String wayOutLine() {
    return switch (wayOut) {
      case WayOut.Link _ -> NoticeWords.STOP.in(tongue);
      case WayOut.Ask(String channel) -> NoticeWords.stopByAsking(channel).in(tongue);
    };
  }

  public Optional<String> wayOutLink() {
    return switch (wayOut) {
      case WayOut.Link(String url) -> Optional.of(url);
      case WayOut.Ask _ -> Optional.empty();
    };
  }

  /** The full address of an item's page. */
  public Optional<String> linkOf(Item item) {
    return item.link().isEmpty() ? Optional.empty() : pages.map(address -> address + item.link());
  }
}
