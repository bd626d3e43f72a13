package org.yizhan.hub.labels;

import java.util.ArrayList;
import java.util.List;

/**
 * Small labels for things that are lent, as a PDF to be printed on A4, {@link #PER_PAGE} a page:
 * the code, what it is and its number, whose it is, and what to do. In Chinese and English.
 */
public final class TagSheet {
  public static final int LABELS_MAX = 1_000;
  private static final int COLUMNS = 3;
  private static final int ROWS = 9;
  public static final int PER_PAGE = COLUMNS * ROWS;
  private static final float LEFT_MM = 15;
  private static final float TOP_MM = 282;
  private static final float WIDTH_MM = 60;
  private static final float HEIGHT_MM = 29;
  private static final float CODE_MM = 27;

  private TagSheet() {}

  /** The PDF with 1 to {@link #LABELS_MAX} labels. */
  public static byte[] pdf(List<TagLabel> labels) {
    if (labels.isEmpty() || labels.size() > LABELS_MAX) {
      throw new IllegalArgumentException(
          "a file holds the labels of 1 to " + LABELS_MAX + " things, not " + labels.size());
    }
    List<Ink> pages = new ArrayList<>();
    for (int from = 0; from < labels.size(); from += PER_PAGE) {
      pages.add(page(labels.subList(from, Math.min(labels.size(), from + PER_PAGE))));
    }
    return Paper.a4(pages);
  }

  private static Ink page(List<TagLabel> labels) {
    Ink ink = new Ink();
    for (int at = 0; at < labels.size(); at++) {
      float x = LEFT_MM + at % COLUMNS * WIDTH_MM;
      float y = TOP_MM - (at / COLUMNS + 1) * HEIGHT_MM;
      draw(ink, labels.get(at), x, y);
    }
    return ink;
  }

  private static void draw(Ink ink, TagLabel label, float x, float y) {
    float middle = x + CODE_MM + (WIDTH_MM - CODE_MM) / 2;
    float width = WIDTH_MM - CODE_MM - 3;
    ink.frame(x, y, WIDTH_MM, HEIGHT_MM);
    ink.code(QrSquares.of(label.address()), x + 1, y + 1, CODE_MM);
    ink.centred(label.name().zh() + " " + label.number() + " 号", middle, y + 23, 13, width);
    ink.centred(label.name().en() + " " + label.number(), middle, y + 19.2f, 8, width);
    ink.centred("扫码借用，还时再扫", middle, y + 14.6f, 9, width);
    ink.centred("Scan to borrow and to return", middle, y + 11.6f, 6, width);
    ink.centred(label.home().zh(), middle, y + 7.6f, 7, width);
    ink.centred(label.tag().value(), middle, y + 3.4f, 7, width);
  }
}
