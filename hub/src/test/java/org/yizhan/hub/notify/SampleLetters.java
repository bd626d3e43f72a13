package org.yizhan.hub.notify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.yizhan.hub.notice.Kiosk;
import org.yizhan.hub.notice.Letter;
import org.yizhan.hub.notice.MatterKey;
import org.yizhan.hub.notice.NoticeKind;
import org.yizhan.hub.notice.Tongue;
import org.yizhan.hub.notice.Urgency;

/** Messages for the formats. */
final class SampleLetters {
  static final Instant AT =
      Instant.parse("2020-09-06T02:47:53Z"); // 1599360473, as Feishu's example
  static final String ID = "5f0c1b8e-4a4c-4f0e-9d5b-1d7f3f3c2a11";

  private SampleLetters() {}

  static Letter one() {
    return of(1, Optional.of("https://hub.example.org"));
  }

  static Letter of(int count, Optional<String> pages) {
    List<Letter.Item> items =
        IntStream.rangeClosed(1, count)
            .mapToObj(number -> item("东昌路驿站：饮用水还剩 " + number + "，低于最低存量 12", "请安排补货。"))
            .toList();
    return letter(items, pages);
  }

  static Letter letter(List<Letter.Item> items, Optional<String> pages) {
    return new Letter(
        ID,
        AT,
        Tongue.ZH,
        Urgency.CALM,
        items,
        0,
        pages,
        pages.isPresent()
            ? new Letter.WayOut.Link(pages.get() + "/unsubscribe/00112233445566778899aabbccddeeff")
            : new Letter.WayOut.Ask("lc-keepers"));
  }

  static Letter.Item item(String title, String text) {
    return new Letter.Item(
        new MatterKey("item-below-minimum:lc-dongchang-01:water"),
        NoticeKind.ITEM_BELOW_MINIMUM,
        Optional.of(Kiosk.REF.id()),
        false,
        title,
        text,
        "/stations/lc-dongchang-01");
  }
}
