package org.yizhan.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yizhan.station.ProfileProblem;

/**
 * Problems of a profile in Chinese. The reader speaks English only, as its words also travel in
 * logs and results of orders; what a technician reads is put into words here, sentence by sentence.
 */
final class ProblemWords {
  private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");
  private static final List<Sentence> SENTENCES = sentences();

  private ProblemWords() {}

  private record Sentence(Pattern english, String chinese) {
    static Sentence of(String line) {
      int middle = line.indexOf(" = ");
      StringBuilder pattern = new StringBuilder();
      Matcher places = PLACE.matcher(line).region(0, middle);
      int from = 0;
      for (; places.find(); from = places.end()) {
        pattern.append(Pattern.quote(line.substring(from, places.start()))).append("(.*?)");
      }
      pattern.append(Pattern.quote(line.substring(from, middle)));
      return new Sentence(Pattern.compile(pattern.toString()), line.substring(middle + 3));
    }
  }

  static ProfileProblem inChinese(ProfileProblem problem) {
    return new ProfileProblem(
        problem.line(),
        problem.column(),
        problem.path(),
        inChinese(problem.message()),
        inChinese(problem.remedy()));
  }

  /** The text itself where no sentence fits: better read in English than not at all. */
  static String inChinese(String text) {
    for (Sentence sentence : SENTENCES) {
      Matcher parts = sentence.english.matcher(text);
      if (parts.matches()) {
        return PLACE
            .matcher(sentence.chinese)
            .replaceAll(
                place ->
                    Matcher.quoteReplacement(
                        inChinese(parts.group(Integer.parseInt(place.group(1)) + 1))));
      }
    }
    return text;
  }

  private static List<Sentence> sentences() {
    try (InputStream in =
        Objects.requireNonNull(ProblemWords.class.getResourceAsStream("problems_zh.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Sentence::of)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
