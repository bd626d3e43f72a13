package org.yizhan.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.yizhan.station.ProfileTexts.FULL;
import static org.yizhan.station.ProfileTexts.changed;
import static org.yizhan.station.ProfileTexts.problemsOf;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HostileProfileTest {

  @Test
  void a_billion_laughs_are_refused_at_the_first_anchor() {
    String bomb =
        IntStream.rangeClosed(1, 9)
            .mapToObj(n -> "a" + n + ": &a" + n + " [" + ("*a" + (n - 1) + ",").repeat(9) + "x]\n")
            .collect(Collectors.joining("", "a0: &a0 lol\n", ""));

    assertThat(problemsOf(bomb))
        .extracting(ProfileProblem::message)
        .contains("anchors (&name) are not read", "aliases (*name) are not read");
  }

  @Test
  void a_megabyte_is_refused_unread() {
    assertThat(problemsOf(FULL + "#".repeat(1_000_000)))
        .extracting(ProfileProblem::message)
        .containsExactly("the profile is larger than 65536 bytes");
  }

  @Test
  void size_is_counted_in_bytes() {
    String comment = "#" + "驿".repeat((ProfileReader.BYTES_MAX - 200) / 3);

    assertThat(problemsOf(FULL + comment)).hasSize(1);
    assertThat(problemsOf(FULL + comment.substring(0, 10_000))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? ", "[{a: ", "- - [", "!!a &b [", "{? ["})
  void deep_nesting_is_refused(String opening) {
    String deep = opening.repeat(60_000 / opening.length());

    assertThat(problemsOf(deep)).isNotEmpty();
    assertThat(problemsOf("fixtures: " + deep)).isNotEmpty();
    assertThat(problemsOf("id: 'x'\nhours:\n  " + deep)).isNotEmpty();
  }

  @Test
  void ten_thousand_problems_are_told_as_a_hundred_and_a_count() {
    String yaml =
        IntStream.range(0, 6_000).mapToObj(n -> "k" + n + ": 1\n").collect(Collectors.joining());

    List<ProfileProblem> problems = problemsOf(yaml);

    assertThat(problems).hasSize(Problems.KEPT_MAX + 1);
    assertThat(problems.getLast().message()).endsWith("more problems are not listed");
  }

  @Test
  void problems_carry_no_control_characters_to_a_terminal() {
    String yaml =
        """
        "\\e[31mred": 1
        id: "\\e]0;title\\a\\u202E"
        place: "a\\nb"
        fixtures: {"\\r\\n": {kind: "\\u2028"}}
        """;

    assertThat(problemsOf(yaml))
        .hasSizeGreaterThan(4)
        .allSatisfy(
            problem ->
                assertThat(problem).asString().doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}]"));
  }

  @Test
  void a_key_that_stands_a_thousand_times_is_refused() {
    assertThat(problemsOf("id: a\n".repeat(1_000)))
        .extracting(ProfileProblem::message)
        .contains("\"id\" stands twice");
  }

  @Test
  void keys_that_differ_only_far_behind_are_two_keys() {
    String key = "k".repeat(80);

    assertThat(problemsOf(key + "1: x\n" + key + "2: y\n"))
        .extracting(ProfileProblem::message)
        .noneMatch(message -> message.endsWith("stands twice"));
  }

  @Test
  void a_byte_order_mark_is_passed_over() {
    assertThat(problemsOf("\uFEFF" + FULL)).isEmpty();
  }

  @Test
  void windows_line_ends_are_read() {
    assertThat(problemsOf(FULL.replace("\n", "\r\n"))).isEmpty();
  }

  @Test
  void a_tab_is_refused_with_its_place() {
    assertThat(problemsOf(changed("  unlock-for", "\tunlock-for")))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.line()).isEqualTo(15);
              assertThat(problem.message())
                  .startsWith("this is not YAML")
                  .containsIgnoringCase("tab");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "# only a comment",
        "---",
        "--- a\n--- b",
        "null",
        "[]",
        "{}",
        "id",
        "id: [",
        "\"",
        "'",
        "|",
        ">-",
        "%YAML 1.1\n---\nid: x",
        "%YAML 3.0\n---\nid: x",
        "%TAG ! tag:x,2026:\n---\nid: x",
        "*a",
        "&a",
        "!!binary x",
        "? [a, b]\n: c",
        "? {a: b}\n: c",
        "<<: {id: x}",
        "id: !!str x",
        "id: @x",
        "id: `x",
        "\u0000",
        "\u0007",
        "\uFFFF",
        "\uD800",
        "id: \"\\u0000\"",
        "id: \"\\ud800\"",
        "id: \"\\U00110000\"",
        "name: {zh: \"\\u0007\", en: x}",
        "hours: {holidays: {holidays: {}}}",
        "supplies: {\"\": {}}",
        "fixtures: {x: {kind: }}",
        "fixtures: [{kind: lock}]"
      })
  void nonsense_is_refused_and_never_thrown(String yaml) {
    assertThat(problemsOf(yaml)).isNotEmpty();
  }

  @Test
  void random_damage_is_answered_in_time_and_never_thrown() {
    long seed = 7_919;
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    String signs = "{}[]:,-?&*!|>'\"%@`#\n \t\u0000\u0085\u2028é驿😀0aZ";

    for (int run = 0; run < 1_000; run++) {
      StringBuilder text = new StringBuilder(FULL);
      for (int cuts = random.nextInt(1, 12); cuts > 0; cuts--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, signs.charAt(random.nextInt(signs.length())));
          case 1 -> text.insert(at, signs.charAt(random.nextInt(signs.length())));
          default -> text.delete(at, Math.min(text.length(), at + random.nextInt(1, 30)));
        }
      }
      assertThatCode(() -> ProfileReader.read(text.toString()))
          .as("seed %s, run %s:%n%s", seed, run, text)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void half_a_character_at_the_end_of_the_parser_s_buffer_is_refused() {
    for (int length = 1_000; length <= 1_050; length++) {
      assertThat(problemsOf("#" + "x".repeat(length) + "\ud83d")).hasSize(1);
    }
  }

  @Test
  void the_worst_permitted_text_is_answered_within_seconds() {
    String flow = "{" + "a: [[b]], ".repeat(5_900) + "}";
    long before = System.nanoTime();

    assertThat(problemsOf(flow)).isNotEmpty();
    assertThat(problemsOf("k: \"" + "\\u9A7F".repeat(10_000) + "\"")).isNotEmpty();
    assertThat(problemsOf("? " + "a ".repeat(30_000))).isNotEmpty();

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
  }
}
