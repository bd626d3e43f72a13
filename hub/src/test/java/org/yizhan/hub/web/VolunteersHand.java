package org.yizhan.hub.web;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** One hand on a phone of 390 by 844 pixels: every tap is counted. */
public final class VolunteersHand {
  /** The camera opens, the shutter, and “use this picture”. */
  private static final int TAPS_OF_A_PHOTO = 3;

  private final Browser browser;
  private int taps;

  public VolunteersHand(Browser browser) {
    this.browser = browser;
    browser.size(390, 844);
  }

  public int taps() {
    return taps;
  }

  /** Scrolls there with the thumb, and taps. */
  public void tap(String css) {
    browser.waitFor(css);
    browser.script("document.querySelector('" + css + "')?.scrollIntoView({block: 'center'})");
    browser.click(css);
    taps++;
  }

  /** Takes a picture with the phone's camera, which is a program of its own. */
  public void photograph(Path picture) {
    int before = photos();
    browser.type("#camera", picture.toString());
    browser.waitFor(".thumbnail:nth-child(" + (before + 1) + ")");
    taps += TAPS_OF_A_PHOTO;
  }

  private int photos() {
    return ((Number) browser.script("return document.querySelectorAll('.thumbnail').length"))
        .intValue();
  }

  /** Claims the round and goes to the shelf. */
  public void go() {
    tap("#claim");
    browser.waitFor("#phone[data-step=pack]");
    tap("#here");
    browser.waitFor("#phone[data-step=fill]");
  }

  /** Fills these items to their targets with a tap each. */
  public void fill(String... items) {
    for (String item : items) {
      tap("#item-" + item + " .fill");
      browser.waitFor("#item-" + item + " input[name=now]");
    }
  }

  /** A picture as large as phones take them. */
  public static Path picture(Path folder) {
    BufferedImage picture = new BufferedImage(4_000, 3_000, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    for (int shelf = 0; shelf < 3_000; shelf += 100) {
      pen.setColor(new Color(60 + shelf / 20, 110, 140));
      pen.fillRect(0, shelf, 4_000, 80);
    }
    pen.dispose();
    Path file = folder.resolve("shelf.jpg");
    try {
      ImageIO.write(picture, "jpeg", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }
}
