package org.yizhan.hub.notify;

import io.vertx.core.MultiMap;
import io.vertx.ext.mail.MailMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yizhan.hub.notice.Letter;

/**
 * Plain-text e-mail. {@code List-Unsubscribe} (RFC 2369, 3.2) names the way out, a page where it is
 * HTTPS with {@code List-Unsubscribe-Post} (RFC 8058), so that the reader's mail program can offer
 * one press; else a mail to the sender. {@code Auto-Submitted} (RFC 3834, 5) keeps absence notes
 * away. {@code Message-ID} is the letter's id, the same when it is sent again.
 */
record MailFormat(Channel.Mail mail) implements Format {
  private static final int TEXT_BYTES_MAX = 64_000;

  @Override
  public Limits limits() {
    return new Limits(30, TEXT_BYTES_MAX);
  }

  @Override
  public int bytes(Letter letter) {
    return text(letter).getBytes(StandardCharsets.UTF_8).length;
  }

  private static String text(Letter letter) {
    List<String> lines = new ArrayList<>(PlainText.lines(letter, true));
    lines.add("");
    lines.add("-- ");
    Optional<String> link = letter.wayOutLink();
    lines.add(link.map(url -> letter.wayOutLine() + ": " + url).orElse(letter.wayOutLine()));
    return String.join("\r\n", lines);
  }

  MailMessage message(Letter letter, String from) {
    MultiMap headers =
        MultiMap.caseInsensitiveMultiMap()
            .add("Message-ID", "<" + letter.id() + from.substring(from.indexOf('@')) + ">")
            .add("Auto-Submitted", "auto-generated")
            .add("Content-Language", letter.tongue().word());
    Optional<String> link = letter.wayOutLink();
    headers.add(
        "List-Unsubscribe",
        link.map(url -> "<" + url + ">").orElse("<mailto:" + from + "?subject=unsubscribe>"));
    if (link.isPresent() && link.get().startsWith("https:")) {
      headers.add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    return new MailMessage()
        .setFrom(from)
        .setTo(mail.to())
        .setSubject(letter.title())
        .setText(text(letter))
        .setHeaders(headers);
  }
}
