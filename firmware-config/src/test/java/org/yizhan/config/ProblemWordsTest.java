package org.yizhan.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yizhan.station.ProfileProblem;
import org.yizhan.station.ProfileTexts;

class ProblemWordsTest {

  @Test
  void a_technician_reads_what_is_wrong_in_chinese() {
    ProfileProblem problem =
        new ProfileProblem(
            3,
            7,
            "capacity",
            "a whole number is expected, not \"many\"",
            "write a whole number from 1 to 500");

    assertThat(ProblemWords.inChinese(problem))
        .hasToString("3:7: capacity: 此处应为整数，不是 \"many\" — 请写 1 至 500 的整数");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = ProfileTexts.WRONG_FIELDS)
  void every_problem_of_one_field_has_chinese_words(String find, String replacement) {
    assertChinese(ProfileTexts.problemsOf(ProfileTexts.changed(find, replacement)));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = ProfileTexts.WRONG_TOGETHER)
  void every_problem_of_fields_together_has_chinese_words(String find, String replacement) {
    String yaml = ProfileTexts.changed(find, replacement.replace("\\n", "\n"));

    assertChinese(ProfileTexts.problemsOf(yaml));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[",
        "&a x",
        "*a",
        "!t x",
        "? [a]\n: b",
        "--- a\n--- b",
        "[]",
        "{}",
        "a: 1\na: 2",
        "\t",
        "\u0001",
        "[[[[[[[[[[",
        "kind: hosted",
        "hours: 25h",
        "hours: {mon: closed}",
        "hours: {holidays: []}",
        "fixtures: []",
        "fixtures: {a: 1, b: {}}",
        "supplies: []",
        "supplies: {a: 1}",
        "door: 5s",
        "climate: 20",
        "name: x",
        "offers: {}",
        "id: x"
      })
  void every_problem_of_a_broken_text_has_chinese_words(String yaml) {
    assertChinese(ProfileTexts.problemsOf(yaml));
  }

  @Test
  void no_problem_of_a_damaged_profile_is_left_in_english() {
    long seed = 611_953;
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<String> words = List.of(ProfileTexts.FULL.split("(?<=[\\s{}\\[\\],])|(?=[\\s{}\\[\\],])"));
    SortedSet<String> english = new TreeSet<>();

    for (int run = 0; run < 1_500; run++) {
      String one = words.get(random.nextInt(words.size()));
      String other = words.get(random.nextInt(words.size()));
      for (ProfileProblem problem : ProfileTexts.problemsOf(ProfileTexts.changed(one, other))) {
        if (!isChinese(ProblemWords.inChinese(problem.message()))) {
          english.add(problem.message());
        }
        if (!isChinese(ProblemWords.inChinese(problem.remedy()))) {
          english.add(problem.remedy());
        }
      }
    }

    assertThat(english).as("seed %s", seed).isEmpty();
  }

  private static void assertChinese(List<ProfileProblem> problems) {
    assertThat(problems)
        .isNotEmpty()
        .map(ProblemWords::inChinese)
        .allSatisfy(
            problem -> {
              assertThat(isChinese(problem.message())).as(problem.message()).isTrue();
              assertThat(isChinese(problem.remedy())).as(problem.remedy()).isTrue();
            });
  }

  /** Words of ours around any word of the profile's own, quoted or not. */
  private static boolean isChinese(String text) {
    return text.replaceAll("\"[^\"]*\"", "").codePoints().anyMatch(Character::isIdeographic);
  }
}
