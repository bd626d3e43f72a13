package org.yizhan.hub.rounds;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;

/**
 * A picture as it is kept: drawn anew as a JPEG of at most {@link #EDGE_MAX} pixels, so that
 * neither the place nor the phone that a camera writes into its files (Exif) is left, nor anything
 * that only looks like a picture.
 */
public final class SmallPhoto {
  public static final int BYTES_MAX = 8 * 1024 * 1024;
  static final int EDGE_MAX = 1_280;
  private static final long PIXELS_MAX = 60_000_000;
  private static final float QUALITY = 0.75f;

  private SmallPhoto() {}

  /** The small JPEG, or empty when these bytes are no JPEG or PNG picture of a bearable size. */
  public static Optional<byte[]> of(byte[] bytes) {
    if (bytes.length > BYTES_MAX) {
      return Optional.empty();
    }
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return Optional.empty();
      }
      ImageReader reader = readers.next();
      try {
        String format = reader.getFormatName().toUpperCase(java.util.Locale.ROOT);
        if (!format.equals("JPEG") && !format.equals("PNG")) {
          return Optional.empty();
        }
        reader.setInput(in, true, true);
        return read(reader).map(SmallPhoto::jpeg);
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException notAPicture) {
      // the decoders of the JDK throw almost anything at a broken file
      return Optional.empty();
    }
  }

  private static Optional<BufferedImage> read(ImageReader reader) throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if (width < 1 || height < 1 || (long) width * height > PIXELS_MAX) {
      return Optional.empty();
    }
    ImageReadParam coarse = reader.getDefaultReadParam();
    int step = Math.max(1, Math.max(width, height) / (2 * EDGE_MAX));
    coarse.setSourceSubsampling(step, step, 0, 0);
    return Optional.of(reader.read(0, coarse));
  }

  private static byte[] jpeg(BufferedImage picture) {
    double scale =
        Math.min(1, (double) EDGE_MAX / Math.max(picture.getWidth(), picture.getHeight()));
    int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = small.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(picture, 0, 0, width, height, null);
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream(128 * 1024);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var target = ImageIO.createImageOutputStream(out)) {
      ImageWriteParam quality = writer.getDefaultWriteParam();
      quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      quality.setCompressionQuality(QUALITY);
      writer.setOutput(target);
      writer.write(null, new IIOImage(small, null, null), quality);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}
