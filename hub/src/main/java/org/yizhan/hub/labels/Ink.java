package org.yizhan.hub.labels;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;

/** What stands on one page (ISO 32000-1, 8 and 9). Lengths are millimetres from the lower left. */
final class Ink {
  private static final float POINTS_PER_MM = 72 / 25.4f;
  private final List<Object> tokens = new ArrayList<>();

  void writeTo(OutputStream out) throws IOException {
    new ContentStreamWriter(out).writeTokens(tokens);
  }

  private void say(String operator, float... numbers) {
    for (float number : numbers) {
      tokens.add(new COSFloat(number));
    }
    tokens.add(Operator.getOperator(operator));
  }

  /** A thin grey frame, along which one cuts. */
  void frame(float x, float y, float width, float height) {
    say("w", 0.5f);
    say("G", 0.6f);
    say("re", mm(x), mm(y), mm(width), mm(height));
    say("S");
  }

  /** A code whose lower left corner and side are given, its quiet zone within. */
  void code(QrSquares squares, float x, float y, float side) {
    float module = mm(side) / squares.side();
    say("g", 0);
    for (int row = 0; row < squares.side(); row++) {
      for (int column = 0; column < squares.side(); column++) {
        if (squares.isDark(column, row)) {
          float up = mm(y) + (squares.side() - 1 - row) * module;
          say("re", mm(x) + column * module, up, module, module);
        }
      }
    }
    say("f");
  }

  /** A line around this middle, made smaller until it fits. */
  void centred(String text, float middle, float base, float points, float widthMax) {
    float size = Math.min(points, points * mm(widthMax) / Math.max(1, Letters.width(text, points)));
    float x = mm(middle) - Letters.width(text, size) / 2;
    say("g", 0);
    say("BT");
    say("Td", x, mm(base));
    for (Letters.Run run : Letters.runs(text)) {
      tokens.add(COSName.getPDFName(run.chinese() ? Letters.SONG : Letters.LATIN));
      say("Tf", size);
      tokens.add(
          new COSString(
              run.text()
                  .getBytes(
                      run.chinese() ? StandardCharsets.UTF_16BE : StandardCharsets.US_ASCII)));
      say("Tj");
    }
    say("ET");
  }

  private static float mm(float length) {
    return length * POINTS_PER_MM;
  }
}
