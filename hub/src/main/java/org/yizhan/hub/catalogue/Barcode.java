package org.yizhan.hub.catalogue;

import java.util.regex.Pattern;

/**
 * What scanners read off packages: GTINs in their four lengths (GS1 General Specifications), a
 * UPC-E, or any text of a Code 128 (ISO/IEC 15417).
 */
public final class Barcode {
  private static final Pattern PRINTED = Pattern.compile("[0-9A-Za-z.-]{6,48}");
  private static final Pattern GTIN = Pattern.compile("\\d{8}|\\d{12,14}");

  private Barcode() {}

  public static boolean isValid(String text) {
    return PRINTED.matcher(text).matches();
  }

  /**
   * Whether it has the length of a GTIN and not the check digit of one, so that a figure was
   * mistyped.
   */
  public static boolean isMistyped(String code) {
    return GTIN.matcher(code).matches()
        && !isChecked(code)
        && !(code.length() == 8 && code.startsWith("0") && isChecked(upcA(code)));
  }

  /**
   * GS1 General Specifications, section 7.9: figures count three and one in turn, from the right.
   */
  private static boolean isChecked(String code) {
    int sum = 0;
    for (int i = 0; i < code.length(); i++) {
      int fromRight = code.length() - 1 - i;
      sum += (code.charAt(i) - '0') * (fromRight % 2 == 0 ? 1 : 3);
    }
    return sum % 10 == 0;
  }

  /** The twelve figures a UPC-E leaves noughts out of (section 5.2, UPC-E). */
  private static String upcA(String upcE) {
    String six = upcE.substring(1, 7);
    char last = six.charAt(5);
    String body =
        switch (last) {
          case '0', '1', '2' -> six.substring(0, 2) + last + "0000" + six.substring(2, 5);
          case '3' -> six.substring(0, 3) + "00000" + six.substring(3, 5);
          case '4' -> six.substring(0, 4) + "00000" + six.charAt(4);
          default -> six.substring(0, 5) + "0000" + last;
        };
    return upcE.charAt(0) + body + upcE.charAt(7);
  }

  /**
   * The same for codes that name the same goods: a GTIN is one with and without leading noughts.
   */
  static String named(String code) {
    return GTIN.matcher(code).matches() ? "0".repeat(14 - code.length()) + code : code;
  }
}
