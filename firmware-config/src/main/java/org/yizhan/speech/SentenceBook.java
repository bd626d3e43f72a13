package org.yizhan.speech;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * English sentences and their Chinese, one a line: {@code there is no {0} = 没有{0}}. Parts are
 * looked up in turn. The first sentence that fits is taken; lines with # are remarks.
 */
public final class SentenceBook {
  private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");

  /** Longer lines are no sentences; looking them up would only take time. */
  private static final int LINE_LENGTH_MAX = 1_000;

  private final List<Sentence> sentences;

  private SentenceBook(List<Sentence> sentences) {
    this.sentences = List.copyOf(sentences);
  }

  private record Sentence(Pattern english, String chinese) {
    static Sentence of(String line) {
      int middle = line.indexOf(" = ");
      StringBuilder pattern = new StringBuilder();
      Matcher places = PLACE.matcher(line).region(0, middle);
      int from = 0;
      for (; places.find(); from = places.end()) {
        pattern.append(Pattern.quote(line.substring(from, places.start())));
        // a part before a colon has none itself: so each line is tried in one pass
        pattern.append(line.startsWith(":", places.end()) ? "([^:]*)" : "(.*?)");
      }
      pattern.append(Pattern.quote(line.substring(from, middle)));
      return new Sentence(Pattern.compile(pattern.toString()), line.substring(middle + 3));
    }
  }

  /** The books of these names, resources that lie beside the class, as one. */
  public static SentenceBook beside(Class<?> owner, String... names) {
    return new SentenceBook(Stream.of(names).flatMap(name -> lines(owner, name)).toList());
  }

  /** This book, then the other. */
  public SentenceBook and(SentenceBook other) {
    return new SentenceBook(Stream.concat(sentences.stream(), other.sentences.stream()).toList());
  }

  private static Stream<Sentence> lines(Class<?> owner, String name) {
    try (InputStream in =
        Objects.requireNonNull(owner.getResourceAsStream(name), "no resource " + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Sentence::of);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Line by line; what no sentence fits stays: better read in English than not at all. */
  public String inChinese(String text) {
    return text.indexOf('\n') < 0
        ? line(text)
        : text.lines().map(this::line).collect(Collectors.joining("\n"))
            + (text.endsWith("\n") ? "\n" : "");
  }

  private String line(String line) {
    if (line.length() > LINE_LENGTH_MAX) {
      return line;
    }
    String text = line.stripLeading();
    for (Sentence sentence : sentences) {
      Matcher parts = sentence.english.matcher(text);
      if (parts.matches()) {
        Function<java.util.regex.MatchResult, String> part =
            place ->
                Matcher.quoteReplacement(line(parts.group(Integer.parseInt(place.group(1)) + 1)));
        return line.substring(0, line.length() - text.length())
            + PLACE.matcher(sentence.chinese).replaceAll(part);
      }
    }
    return line;
  }
}
