package org.yizhan.hub.labels;

import io.nayuki.qrcodegen.QrCode;

/**
 * A text as a QR code of plain squares (ISO/IEC 18004, error correction Q: a label gets scratched).
 * Every side has four light modules, as the standard asks.
 */
public final class QrSquares {
  private static final int QUIET_MODULES = 4;
  private final QrCode code;

  private QrSquares(QrCode code) {
    this.code = code;
  }

  public static QrSquares of(String text) {
    return new QrSquares(QrCode.encodeText(text, QrCode.Ecc.QUARTILE));
  }

  /** Modules of one side, the quiet ones counted. */
  public int side() {
    return code.size + 2 * QUIET_MODULES;
  }

  boolean isDark(int x, int y) {
    return code.getModule(x - QUIET_MODULES, y - QUIET_MODULES);
  }

  /** The dark modules as the path of an SVG picture, one unit a module, from the upper left. */
  public String svgPath() {
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < side(); y++) {
      for (int x = 0; x < side(); x++) {
        int from = x;
        while (isDark(x, y)) {
          x++;
        }
        if (x > from) {
          int width = x - from;
          path.append('M').append(from).append(' ').append(y);
          path.append('h').append(width).append("v1h-").append(width).append('z');
        }
      }
    }
    return path.toString();
  }
}
