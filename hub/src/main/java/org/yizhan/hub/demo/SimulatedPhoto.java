package org.yizhan.hub.demo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;

/**
 * A picture of a filled shelf that nobody took, and that says so in large letters: 模拟照片, simulated.
 * The letters are dots in a text file, because a computer without a screen may have no fonts.
 */
final class SimulatedPhoto {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 720;
  private static final int BOARDS = 3;
  private static final int DOT = 8;
  private static final int WALL = 0xE8E2D6;
  private static final int WOOD = 0x8A6642;
  private static final int BAND = 0x202428;
  private static final int LETTERS = 0xFFD24A;
  private static final int[] BOXES = {0x3B7DB8, 0xC9503C, 0x5E9C4B, 0xD9A441, 0x8463A8, 0x4DA3A1};

  private final BufferedImage picture =
      new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);

  private SimulatedPhoto() {}

  /** A JPEG. */
  static byte[] jpeg(RandomGenerator random) {
    SimulatedPhoto photo = new SimulatedPhoto();
    photo.shelf(random);
    photo.label();
    ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
    try {
      ImageIO.write(photo.picture, "jpeg", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private void shelf(RandomGenerator random) {
    fill(0, 0, WIDTH, HEIGHT, WALL);
    int height = HEIGHT / BOARDS;
    for (int board = 1; board <= BOARDS; board++) {
      int floor = board * height - 20;
      int x = 30;
      while (x < WIDTH - 110) {
        int wide = 50 + random.nextInt(50);
        int high = 80 + random.nextInt(90);
        fill(x, floor - high, wide, high, BOXES[random.nextInt(BOXES.length)]);
        fill(x + 8, floor - high + 12, wide - 16, 18, WALL);
        x += wide + 6;
      }
      fill(0, floor, WIDTH, 20, WOOD);
    }
  }

  private void label() {
    List<String> rows = rows();
    int top = (HEIGHT - rows.size() * DOT) / 2;
    fill(0, top - 3 * DOT, WIDTH, (rows.size() + 6) * DOT, BAND);
    for (int row = 0; row < rows.size(); row++) {
      String dots = rows.get(row);
      int left = (WIDTH - dots.length() * DOT) / 2;
      for (int column = 0; column < dots.length(); column++) {
        if (dots.charAt(column) == '#') {
          fill(left + column * DOT, top + row * DOT, DOT, DOT, LETTERS);
        }
      }
    }
  }

  private static List<String> rows() {
    try (InputStream text = SimulatedPhoto.class.getResourceAsStream("simulated.txt")) {
      if (text == null) {
        throw new DemoException("simulated.txt is missing in this program: build it anew");
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fill(int x, int y, int wide, int high, int colour) {
    for (int row = Math.max(0, y); row < Math.min(HEIGHT, y + high); row++) {
      for (int column = Math.max(0, x); column < Math.min(WIDTH, x + wide); column++) {
        picture.setRGB(column, row, colour);
      }
    }
  }
}
