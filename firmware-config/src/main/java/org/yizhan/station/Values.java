package org.yizhan.station;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yizhan.station.YamlNode.Kind;
import org.yizhan.station.YamlNode.Scalar;

/** Single values out of YAML. What does not fit becomes a problem, and the answer is null. */
final class Values {
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,5})(s|m|h)");
  private static final Pattern DEGREES = Pattern.compile("[-+]?[0-9]{1,3}([.][0-9]{1,20})?");
  private static final int TEXT_MAX = 400;

  private final Problems problems;

  Values(Problems problems) {
    this.problems = problems;
  }

  @Nullable String text(YamlNode node) {
    return scalar(node, Kind.TEXT, "text", "put the value in quotes");
  }

  /** Text made into a value whose constructor may refuse it; its words become the message. */
  <T> @Nullable T made(YamlNode node, String remedy, Function<String, T> make) {
    String text = text(node);
    if (text == null) {
      return null;
    }
    try {
      return make.apply(text);
    } catch (IllegalArgumentException refused) {
      problems.add(node.at(), String.valueOf(refused.getMessage()), remedy);
      return null;
    }
  }

  @Nullable BilingualText bilingual(YamlNode node) {
    String remedy = "write {zh: 东昌路驿站, en: Dongchang Road station}";
    ProfileSection section = ProfileSection.of(node, remedy, problems);
    String zh = section.required("zh", "add zh: the name in Chinese", this::line);
    String en = section.required("en", "add en: the name in English", this::line);
    section.refuseOtherKeys();
    return zh == null || en == null ? null : new BilingualText(zh, en);
  }

  private @Nullable String line(YamlNode node) {
    String text = text(node);
    if (text == null || BilingualText.isValid(text)) {
      return text;
    }
    problems.add(
        node.at(),
        shown(text) + " is not a name people can read",
        "write 1 to " + BilingualText.LENGTH_MAX + " visible characters on one line");
    return null;
  }

  @Nullable Boolean truth(YamlNode node) {
    String text = scalar(node, Kind.TRUTH, "true or false", "write true or false");
    return text == null ? null : text.equalsIgnoreCase("true");
  }

  @Nullable Integer whole(YamlNode node, int least, int most) {
    String range = "write a whole number from " + least + " to " + most;
    String text = scalar(node, Kind.WHOLE, "a whole number", range);
    if (text == null) {
      return null;
    }
    try {
      int value =
          text.startsWith("0x")
              ? Integer.parseInt(text.substring(2), 16)
              : text.startsWith("0o")
                  ? Integer.parseInt(text.substring(2), 8)
                  : Integer.parseInt(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException tooLarge) {
      // said below
    }
    problems.add(node.at(), shown(text) + " is out of range", range);
    return null;
  }

  /** A number with at most two decimals, in hundredths. */
  @Nullable Integer hundredths(YamlNode node, int leastHundredths, int mostHundredths) {
    String range =
        String.format(
            Locale.ROOT,
            "write a number from %s to %s with at most two decimals",
            plain(leastHundredths),
            plain(mostHundredths));
    Kind kind =
        node instanceof Scalar scalar && scalar.kind() == Kind.DECIMAL ? Kind.DECIMAL : Kind.WHOLE;
    String text = scalar(node, kind, "a number", range);
    if (text == null) {
      return null;
    }
    try {
      if (text.length() <= 12) {
        int value = new BigDecimal(text).movePointRight(2).intValueExact();
        if (value >= leastHundredths && value <= mostHundredths) {
          return value;
        }
      }
    } catch (ArithmeticException | NumberFormatException unfit) {
      // said below
    }
    problems.add(node.at(), shown(text) + " does not fit", range);
    return null;
  }

  /** Degrees of a circle, with as many decimals as a map gives. */
  @Nullable Double degrees(YamlNode node, int most) {
    String range = "write degrees from -" + most + " to " + most;
    Kind kind =
        node instanceof Scalar scalar && scalar.kind() == Kind.WHOLE ? Kind.WHOLE : Kind.DECIMAL;
    String text = scalar(node, kind, "a number", range);
    if (text == null) {
      return null;
    }
    if (DEGREES.matcher(text).matches() && Math.abs(Double.parseDouble(text)) <= most) {
      return Double.parseDouble(text);
    }
    problems.add(node.at(), shown(text) + " is out of range", range);
    return null;
  }

  /** {@code 5s}, {@code 10m} or {@code 2h}. */
  @Nullable Duration duration(YamlNode node, Duration least, Duration most) {
    String range = "write seconds, minutes or hours from " + spoken(least) + " to " + spoken(most);
    if (node instanceof Scalar(var at, var length, var number, var kind) && kind == Kind.WHOLE) {
      problems.add(at, shown(number) + " has no unit", range);
      return null;
    }
    String text = scalar(node, Kind.TEXT, "a duration", range);
    if (text == null) {
      return null;
    }
    Matcher form = DURATION.matcher(text);
    if (form.matches()) {
      long count = Long.parseLong(form.group(1));
      Duration value =
          switch (form.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
          };
      if (value.compareTo(least) >= 0 && value.compareTo(most) <= 0) {
        return value;
      }
    }
    problems.add(node.at(), shown(text) + " is not such a duration", range);
    return null;
  }

  /** A list of words, each once; what is not among {@code known} becomes a problem. */
  @Nullable List<String> words(YamlNode node, List<String> known, String remedy) {
    if (!(node instanceof YamlNode.Items(var at, var items))) {
      if (!(node instanceof YamlNode.Refused)) {
        problems.add(node.at(), "a list of words is expected", remedy);
      }
      return null;
    }
    List<String> words = new ArrayList<>();
    for (YamlNode item : items) {
      String word = text(item);
      if (word != null && !known.contains(word)) {
        problems.add(item.at(), shown(word) + " is not one of them", KeyAdvice.of(word, known));
      } else if (word != null && words.contains(word)) {
        problems.add(item.at(), word + " stands twice", "keep one of the two");
      } else if (word != null) {
        words.add(word);
      }
    }
    if (items.isEmpty()) {
      problems.add(at, "the list is empty", remedy);
    }
    return words.isEmpty() ? null : words;
  }

  private @Nullable String scalar(YamlNode node, Kind wanted, String what, String remedy) {
    switch (node) {
      case Scalar scalar when scalar.kind() == Kind.NOTHING ->
          problems.add(scalar.at(), "nothing is given", remedy);
      case Scalar scalar when scalar.value().length() > TEXT_MAX ->
          problems.add(scalar.at(), "longer than " + TEXT_MAX + " characters", "write it shorter");
      case Scalar scalar when scalar.kind() == wanted -> {
        return scalar.value();
      }
      case Scalar scalar ->
          problems.add(scalar.at(), what + " is expected, not " + shown(scalar.value()), remedy);
      case YamlNode.Items items ->
          problems.add(items.at(), what + " is expected, not a list", remedy);
      case YamlNode.Fields fields ->
          problems.add(fields.at(), what + " is expected, not keys with values", remedy);
      case YamlNode.Refused refused -> {}
    }
    return null;
  }

  static String shown(String text) {
    return "\"" + (text.length() <= 40 ? text : text.substring(0, 40) + "…") + "\"";
  }

  static String spoken(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds != 0 && seconds % 3600 == 0) {
      return seconds / 3600 + "h";
    }
    return seconds != 0 && seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }

  private static String plain(int hundredths) {
    return BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString();
  }
}
