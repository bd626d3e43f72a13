package org.yizhan.config;

import java.lang.Character.UnicodeScript;
import java.util.List;

/** Rows of text under each other on a terminal, where Chinese characters take two columns. */
final class TextColumns {
  private static final int GAP = 2;

  private TextColumns() {}

  static List<String> aligned(List<List<String>> rows) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      line.append(row.get(i)).repeat(" ", widths[i] - width(row.get(i)) + GAP);
    }
    return line.toString().stripTrailing();
  }

  /** Columns on a terminal: ideographs and fullwidth forms are wide (Unicode UAX #11). */
  static int width(String text) {
    return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
  }

  private static boolean isWide(int c) {
    return UnicodeScript.of(c) == UnicodeScript.HAN
        || (c >= 0x3000 && c <= 0x303F)
        || (c >= 0xFF01 && c <= 0xFF60);
  }
}
