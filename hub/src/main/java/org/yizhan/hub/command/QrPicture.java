package org.yizhan.hub.command;

import io.nayuki.qrcodegen.QrCode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A text as a QR code (ISO/IEC 18004, error correction M), for a terminal or a PNG file. */
public final class QrPicture {
  private static final int QUIET_MODULES = 4;
  private static final int PIXELS_PER_MODULE = 8;
  private static final int WHITE = 0xFFFFFF;

  private final QrCode code;

  private QrPicture(QrCode code) {
    this.code = code;
  }

  public static QrPicture of(String text) {
    return new QrPicture(QrCode.encodeText(text, QrCode.Ecc.MEDIUM));
  }

  /**
   * For a terminal, two modules a character. Colours are set, so that it scans on dark and on light
   * terminals.
   */
  public String terminal() {
    String newLine = System.lineSeparator();
    StringBuilder lines = new StringBuilder();
    for (int y = -QUIET_MODULES; y < code.size + QUIET_MODULES; y += 2) {
      lines.append("\u001B[30;107m");
      for (int x = -QUIET_MODULES; x < code.size + QUIET_MODULES; x++) {
        boolean upper = code.getModule(x, y);
        boolean lower = code.getModule(x, y + 1);
        lines.append(upper ? (lower ? '█' : '▀') : (lower ? '▄' : ' '));
      }
      lines.append("\u001B[0m").append(newLine);
    }
    return lines.toString();
  }

  public void writePng(Path file) {
    int modules = code.size + 2 * QUIET_MODULES;
    int pixels = modules * PIXELS_PER_MODULE;
    BufferedImage image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < pixels; y++) {
      for (int x = 0; x < pixels; x++) {
        boolean dark =
            code.getModule(
                x / PIXELS_PER_MODULE - QUIET_MODULES, y / PIXELS_PER_MODULE - QUIET_MODULES);
        image.setRGB(x, y, dark ? 0 : WHITE);
      }
    }
    PrivateFile.write(
        file,
        out -> {
          if (!ImageIO.write(image, "png", out)) {
            throw new IOException("this Java cannot write PNG");
          }
        });
  }
}
