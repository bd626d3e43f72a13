package org.yizhan.hub.notify;

import java.util.ArrayList;
import java.util.List;
import org.yizhan.hub.notice.Letter;

/** A message without any markup, for ntfy and e-mail. */
final class PlainText {
  private PlainText() {}

  /** The notices, without the message's title and without its way out. */
  static List<String> lines(Letter letter, boolean withLinks) {
    List<String> lines = new ArrayList<>();
    boolean several = letter.items().size() > 1 || letter.more() > 0;
    for (Letter.Item item : letter.items()) {
      if (several || item.text().isEmpty()) {
        lines.add((several ? "• " : "") + item.title());
      }
      if (!item.text().isEmpty()) {
        lines.add((several ? "  " : "") + item.text());
      }
      if (withLinks) {
        letter.linkOf(item).ifPresent(link -> lines.add((several ? "  " : "") + link));
      }
    }
    letter.moreLine().ifPresent(lines::add);
    return lines;
  }
}
