package org.yizhan.hub.people;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name somebody signs in with: 2 to 40 letters or figures of any script and {@code . _ @ -}, in
 * lower case and NFKC, so that two names that look alike to a keyboard are one.
 */
public record AccountName(String value) {
  private static final int LENGTH_MAX = 40;
  private static final Pattern FORM =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}._@-]{1,39}");

  public AccountName {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "an account name has 2 to 40 lower-case letters, figures or . _ @ -, beginning with a"
              + " letter or figure");
    }
  }

  /** The name somebody typed, or empty when it cannot be one. */
  public static Optional<AccountName> of(String typed) {
    if (typed.length() > 4 * LENGTH_MAX) {
      return Optional.empty();
    }
    String name = normal(typed.strip());
    return isValid(name) ? Optional.of(new AccountName(name)) : Optional.empty();
  }

  private static boolean isValid(String text) {
    return text.length() <= LENGTH_MAX && FORM.matcher(text).matches() && normal(text).equals(text);
  }

  private static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return value;
  }
}
