package org.yizhan.hub.notify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yizhan.hub.notice.Letter;

/**
 * A message in the little Markdown that WeCom and DingTalk share: headings, bold, quotes, links.
 * Names come from profiles; what could be markup or a mention in them is written in its full-width
 * form, which neither program interprets.
 */
final class Markdown {
  private static final String MARKUP = "*_`~#@<>[]|\\";

  private Markdown() {}

  /** The whole message, its lines joined by {@code newline}. */
  static String of(Letter letter, String newline) {
    List<String> lines = new ArrayList<>();
    lines.add("### " + plain(letter.title()));
    boolean several = letter.items().size() > 1 || letter.more() > 0;
    for (Letter.Item item : letter.items()) {
      if (several) {
        lines.add("**" + plain(item.title()) + "**");
      }
      if (!item.text().isEmpty()) {
        lines.add("> " + plain(item.text()));
      }
      letter.linkOf(item).ifPresent(link -> lines.add(link(letter.viewWord(), link)));
    }
    letter.moreLine().ifPresent(lines::add);
    Optional<String> wayOut = letter.wayOutLink();
    lines.add(
        wayOut.isPresent() ? link(letter.wayOutLine(), wayOut.get()) : plain(letter.wayOutLine()));
    return String.join(newline, lines);
  }

  private static String link(String word, String url) {
    return "[" + word + "](" + url.replace("(", "%28").replace(")", "%29") + ")";
  }

  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      plain.append(MARKUP.indexOf(each) < 0 ? each : (char) (each - 0x20 + 0xFF00));
    }
    return plain.toString();
  }
}
