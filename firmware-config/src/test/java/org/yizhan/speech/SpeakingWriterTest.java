package org.yizhan.speech;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class SpeakingWriterTest {
  private static final SentenceBook BOOK =
      SentenceBook.beside(SentenceBook.class, "commands_zh.txt");

  private static String printed(String line) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (SpeakingWriter writer = new SpeakingWriter(bytes, BOOK::inChinese)) {
      writer.println(line);
    }
    return bytes.toString(UTF_8).stripTrailing();
  }

  @Test
  void json_with_a_sentence_in_it_stays_json() {
    String json = "{\"why\":\"12:3: fixtures.door: no such kind — write kiosk\"}";

    assertThat(printed(json)).isEqualTo(json);
    assertThat(printed('[' + json + ']')).isEqualTo('[' + json + ']');
  }

  @Test
  void a_problem_is_told_with_its_place() {
    assertThat(printed("12:3: fixtures.door: {0} — {1}"))
        .isEqualTo("第 12 行第 3 列，fixtures.door：{0}——{1}");
  }

  @Test
  void a_line_of_nothing_but_colons_takes_no_time() {
    String colons = ": ".repeat(490);

    // not a measurement: with a search that multiplies, this would take hours
    String printed =
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> printed(colons));

    assertThat(printed).isNotEmpty();
  }
}
