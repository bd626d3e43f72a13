package org.yizhan.hub.people;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a new password must be (OWASP ASVS 5.0, 6.2): long, and not what anybody would try first. No
 * rules about kinds of characters, no forced changes.
 */
public final class PasswordRules {
  public static final int LENGTH_MIN = 10;
  public static final int LENGTH_MAX = 128;
  private static final Set<String> USUAL =
      Set.of(
          "password",
          "passw0rd",
          "qwerty",
          "letmein",
          "iloveyou",
          "admin",
          "welcome",
          "yizhan",
          "woaini",
          "1qaz2wsx",
          "驿站");

  private PasswordRules() {}

  /** Why a password is not taken. */
  public enum Problem {
    TOO_SHORT,
    TOO_LONG,
    HOLDS_THE_NAME,
    EASY_TO_GUESS
  }

  /** The first thing wrong with it, or empty when it is taken. */
  public static Optional<Problem> judge(String password, AccountName name) {
    int length = password.codePointCount(0, password.length());
    if (length > LENGTH_MAX) {
      return Optional.of(Problem.TOO_LONG);
    }
    if (length < LENGTH_MIN) {
      return Optional.of(Problem.TOO_SHORT);
    }
    String plain = Normalizer.normalize(password, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    if (plain.contains(name.value())) {
      return Optional.of(Problem.HOLDS_THE_NAME);
    }
    return isEasy(plain) ? Optional.of(Problem.EASY_TO_GUESS) : Optional.empty();
  }

  private static boolean isEasy(String plain) {
    String rest = plain;
    for (String word : USUAL) {
      rest = rest.replace(word, "");
    }
    return rest.codePoints().distinct().count() < 5 || isRun(rest);
  }

  /** Steps of one up or down nearly all the way: 1234567890, abcdefghij, 9876543210. */
  private static boolean isRun(String text) {
    int steps = 0;
    for (int i = 1; i < text.length(); i++) {
      int step = Math.abs(text.charAt(i) - text.charAt(i - 1));
      if (step <= 1) {
        steps++;
      }
    }
    return steps >= (text.length() - 1) * 0.8;
  }
}
