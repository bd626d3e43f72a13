package org.yizhan.hub.labels;

import java.util.List;

/**
 * Labels as a PDF to be printed on A4, one page a station: a large one for the wall, six small ones
 * for shelves, all with the same code. In Chinese and English.
 */
public final class LabelSheet {
  public static final int STATIONS_MAX = 500;
  private static final float LEFT_MM = 15;
  private static final float WIDTH_MM = 180;
  private static final float MIDDLE_MM = 105;
  private static final float SMALL_WIDTH_MM = 60;
  private static final float SMALL_HEIGHT_MM = 60;

  private LabelSheet() {}

  /** The PDF, one page for each of 1 to {@link #STATIONS_MAX} labels. */
  public static byte[] pdf(List<StationLabel> labels) {
    if (labels.isEmpty() || labels.size() > STATIONS_MAX) {
      throw new IllegalArgumentException(
          "a file holds the labels of 1 to " + STATIONS_MAX + " stations, not " + labels.size());
    }
    return Paper.a4(labels.stream().map(LabelSheet::draw).toList());
  }

  private static Ink draw(StationLabel label) {
    Ink ink = new Ink();
    QrSquares squares = QrSquares.of(label.address());
    large(ink, label, squares);
    for (int row = 0; row < 2; row++) {
      for (int column = 0; column < 3; column++) {
        float x = LEFT_MM + column * SMALL_WIDTH_MM;
        small(ink, label, squares, x, LEFT_MM + row * SMALL_HEIGHT_MM);
      }
    }
    return ink;
  }

  private static void large(Ink ink, StationLabel label, QrSquares squares) {
    float width = WIDTH_MM - 16;
    ink.frame(LEFT_MM, 142, WIDTH_MM, 140);
    ink.centred(label.name().zh(), MIDDLE_MM, 264, 32, width);
    ink.centred(label.name().en(), MIDDLE_MM, 255, 16, width);
    ink.code(squares, MIDDLE_MM - 40, 171, 80);
    ink.centred("扫一扫，看缺什么物资，认领补给", MIDDLE_MM, 163, 18, width);
    ink.centred("Scan to see what is missing here, and to bring it", MIDDLE_MM, 156, 12, width);
    ink.centred(label.address(), MIDDLE_MM, 148, 11, width);
  }

  private static void small(Ink ink, StationLabel label, QrSquares squares, float x, float y) {
    float middle = x + SMALL_WIDTH_MM / 2;
    float width = SMALL_WIDTH_MM - 6;
    ink.frame(x, y, SMALL_WIDTH_MM, SMALL_HEIGHT_MM);
    ink.centred(label.name().zh(), middle, y + 52.5f, 13, width);
    ink.centred(label.name().en(), middle, y + 48, 9, width);
    ink.code(squares, middle - 17, y + 13.5f, 34);
    ink.centred("扫码清点、补货", middle, y + 9, 10, width);
    ink.centred("Scan to count and restock", middle, y + 5.5f, 7, width);
    ink.centred(label.id().value(), middle, y + 2.2f, 7, width);
  }
}
