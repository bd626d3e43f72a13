package org.yizhan.hub.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DigestTest {
  private final AtomicInteger ids = new AtomicInteger();

  @Test
  void few_notices_are_one_message_in_their_order() {
    List<Letter> letters = Digest.of(entries(3, 20), frame(4_096));

    assertThat(letters).hasSize(1);
    assertThat(letters.getFirst().items()).extracting(Letter.Item::title).isSorted();
    assertThat(letters.getFirst().title()).contains("3");
  }

  @Test
  void a_single_notice_stands_under_its_own_title() {
    assertThat(Digest.of(entries(1, 20), frame(4_096)).getFirst().title()).startsWith("000");
  }

  @Test
  void none_is_lost_and_no_message_is_too_large_whatever_the_sizes() {
    Random random = new Random(3);
    for (int round = 0; round < 300; round++) {
      List<Digest.Entry> entries = new ArrayList<>();
      for (int i = random.nextInt(1, 400); i > 0; i--) {
        entries.addAll(entries(1, random.nextInt(1, 1_200)));
      }

      List<Letter> letters = Digest.of(entries, frame(4_096));

      assertThat(letters).hasSizeBetween(1, Digest.LETTERS_MAX);
      assertThat(letters.stream().mapToInt(each -> each.items().size() + each.more()).sum())
          .isEqualTo(entries.size());
      assertThat(letters).allMatch(each -> bytes(each) <= 4_096);
      assertThat(letters).allMatch(each -> each.items().size() <= Digest.ITEMS_MAX);
    }
  }

  @Test
  void what_is_not_listed_is_counted_in_the_last() {
    List<Letter> letters = Digest.of(entries(500, 20), frame(4_096));

    assertThat(letters).hasSize(3);
    assertThat(letters.getLast().more())
        .isEqualTo(500 - letters.stream().mapToInt(each -> each.items().size()).sum());
    assertThat(letters.getLast().moreLine().orElseThrow()).contains("另有");
  }

  @Test
  void a_notice_too_long_by_itself_keeps_its_title() {
    List<Letter> letters = Digest.of(entries(1, 3_000), frame(300));

    assertThat(letters.getFirst().items().getFirst().title()).startsWith("000");
    assertThat(letters.getFirst().items().getFirst().text()).isEmpty();
  }

  @Test
  void one_urgent_notice_makes_its_message_urgent_even_unlisted() {
    List<Digest.Entry> entries = new ArrayList<>(entries(400, 20));
    entries.add(new Digest.Entry(Kiosk.item("urgent", "x"), Urgency.URGENT));

    List<Letter> letters = Digest.of(entries, frame(4_096));

    assertThat(letters.getFirst().urgency()).isEqualTo(Urgency.CALM);
    assertThat(letters.getLast().urgency()).isEqualTo(Urgency.URGENT);
  }

  private static List<Digest.Entry> entries(int count, int length) {
    List<Digest.Entry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      entries.add(
          new Digest.Entry(Kiosk.item("%03d".formatted(i), "字".repeat(length)), Urgency.CALM));
    }
    return entries;
  }

  private Digest.Frame frame(int bytesMax) {
    return new Digest.Frame(
        () -> "id-" + ids.incrementAndGet(),
        Instant.EPOCH,
        Tongue.ZH,
        Optional.of("https://hub.example.org"),
        new Letter.WayOut.Link("https://hub.example.org/unsubscribe/x"),
        DigestTest::bytes,
        bytesMax);
  }

  private static int bytes(Letter letter) {
    StringBuilder all = new StringBuilder(letter.title());
    letter.items().forEach(item -> all.append(item.title()).append(item.text()));
    letter.moreLine().ifPresent(all::append);
    return all.append(letter.wayOutLine()).toString().getBytes(StandardCharsets.UTF_8).length;
  }
}
