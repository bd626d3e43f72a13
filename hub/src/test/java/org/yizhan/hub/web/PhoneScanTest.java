package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yizhan.hub.catalogue.Catalogue;
import org.yizhan.hub.catalogue.CatalogueItem;
import org.yizhan.station.ItemCode;

/** Barcodes before the camera, which is a film here, and their figures typed. */
class PhoneScanTest extends WithPhone {
  private static final String WATER = "6901234567892";
  private static final String MASKS = "4006381333931";
  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;

  /** GS1 General Specifications, 5.2.1: the right-hand digits; the others follow from these. */
  private static final String[] RIGHT = {
    "1110010", "1100110", "1101100", "1000010", "1011100",
    "1001110", "1010000", "1000100", "1001000", "1110100"
  };

  private static final String[] SETS = {
    "AAAAAA", "AABABB", "AABBAB", "AABBBA", "ABAABB",
    "ABBAAB", "ABBBAA", "ABABAB", "ABABBA", "ABBABA"
  };

  private void stockWater() {
    empty();
    Catalogue catalogue = hub.parts().shelves().catalogue();
    CatalogueItem water = catalogue.item(new ItemCode("water-550ml")).orElseThrow();
    catalogue.keep(water, List.of(WATER), Optional.of(catalogue.mark(water)));
  }

  @Test
  void the_camera_finds_an_item_by_the_bars_on_its_package() throws IOException {
    stockWater();
    Path film = film(WATER);
    try (PhoneNetwork network = network();
        Browser browser = withFilm(film)) {
      join(browser, network);
      VolunteersHand hand = new VolunteersHand(browser);
      hand.tap("#here");

      hand.tap("#scan");
      browser.waitFor("#item-water-550ml:focus");

      assertThat(browser.script("return document.querySelectorAll('.scanner').length"))
          .isEqualTo(0);
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void a_barcode_of_something_else_is_told_kindly_and_figures_may_be_typed() throws IOException {
    stockWater();
    Path film = film(MASKS);
    try (PhoneNetwork network = network();
        Browser browser = withFilm(film)) {
      join(browser, network);
      VolunteersHand hand = new VolunteersHand(browser);
      hand.tap("#here");

      hand.tap("#scan");
      browser.waitForText(".scanner", MASKS + " belongs to nothing in the list.");
      browser.type("#figures", "69012");
      hand.tap(".scanner form button");
      browser.waitForText(".scanner", "That is no barcode");
      browser.type("#figures", "34567892");
      hand.tap(".scanner form button");

      browser.waitFor("#item-water-550ml:focus");
    }
  }

  @Test
  void the_tag_of_a_thing_that_is_lent_opens_its_page() throws IOException {
    stockWater();
    Path film = film(MASKS);
    try (PhoneNetwork network = network();
        Browser browser = withFilm(film)) {
      join(browser, network);
      VolunteersHand hand = new VolunteersHand(browser);
      hand.tap("#here");

      hand.tap("#scan");
      browser.waitFor("#figures");
      browser.type("#figures", "7K3M9QZ2XW");
      hand.tap(".scanner form button");

      browser.waitForText("main", "There is no such tag.");
    }
  }

  @Test
  void a_camera_that_reads_qr_codes_opens_the_page_of_a_tag_of_this_hub_and_of_no_other()
      throws IOException {
    stockWater();
    Path film = film(MASKS);
    try (PhoneNetwork network = network();
        Browser browser = withFilm(film)) {
      join(browser, network);
      VolunteersHand hand = new VolunteersHand(browser);
      hand.tap("#here");
      browser.script(
          """
          globalThis.seen = 'https://evil.example.org/t/7k3m9qz2xw';
          globalThis.BarcodeDetector = class {
            static async getSupportedFormats() { return ['qr_code']; }
            async detect() { return [{ rawValue: globalThis.seen }]; }
          };
          """);

      hand.tap("#scan");
      browser.waitForText(".scanner", "That is no barcode");
      browser.script("globalThis.seen = location.origin + '/t/7k3m9qz2xw'");

      browser.waitForText("main", "There is no such tag.");
    }
  }

  private Browser withFilm(Path film) {
    return Browser.openWith(
        folder.resolve("profile"),
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        "--use-file-for-fake-video-capture=" + film);
  }

  /** A film that shows one code all the time (YUV4MPEG2). */
  private Path film(String code) throws IOException {
    byte[] grey = new byte[WIDTH * HEIGHT];
    Arrays.fill(grey, (byte) 220);
    String modules = modules(code);
    for (int y = 120; y < 360; y++) {
      for (int module = 0; module < modules.length(); module++) {
        if (modules.charAt(module) == '1') {
          Arrays.fill(grey, y * WIDTH + 80 + 5 * module, y * WIDTH + 85 + 5 * module, (byte) 30);
        }
      }
    }
    byte[] colours = new byte[WIDTH * HEIGHT / 2];
    Arrays.fill(colours, (byte) 128);
    Path film = folder.resolve("film.y4m");
    try (OutputStream out = Files.newOutputStream(film)) {
      out.write(
          ("YUV4MPEG2 W" + WIDTH + " H" + HEIGHT + " F10:1 Ip A1:1 C420jpeg\n")
              .getBytes(StandardCharsets.US_ASCII));
      for (int frame = 0; frame < 3; frame++) {
        out.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
        out.write(grey);
        out.write(colours);
      }
    }
    return film;
  }

  private static String modules(String code) {
    StringBuilder modules = new StringBuilder("101");
    String sets = SETS[code.charAt(0) - '0'];
    for (int at = 1; at <= 6; at++) {
      String right = RIGHT[code.charAt(at) - '0'];
      modules.append(
          sets.charAt(at - 1) == 'A'
              ? right.replace('1', 'x').replace('0', '1').replace('x', '0')
              : new StringBuilder(right).reverse());
    }
    modules.append("01010");
    for (int at = 7; at <= 12; at++) {
      modules.append(RIGHT[code.charAt(at) - '0']);
    }
    return modules.append("101").toString();
  }
}
