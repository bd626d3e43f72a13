package org.yizhan.hub.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.station.BilingualText;
import org.yizhan.station.StationId;

class LabelSheetTest {
  private static final Logger PDFBOX = Logger.getLogger("org.apache.pdfbox");

  private static final StationLabel KIOSK =
      StationLabel.of(
          new StationId("kiosk-01"),
          new BilingualText("黄河五路驿站", "Huanghe 5th Road"),
          "https://hub.example.org");

  @TempDir Path folder;

  @BeforeAll
  static void the_missing_chinese_font_of_the_tests_renderer_is_no_news() {
    PDFBOX.setLevel(Level.OFF);
  }

  @AfterAll
  static void listen_again() {
    PDFBOX.setLevel(null);
  }

  @Test
  void a_phone_reads_the_stations_address_from_every_label_of_the_sheet() throws Exception {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/zbarimg")), "no zbarimg (apt-get install zbar-tools)");
    Path picture = folder.resolve("sheet.png");
    try (PDDocument document = Loader.loadPDF(LabelSheet.pdf(List.of(KIOSK)))) {
      ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, 150), "png", picture.toFile());
    }

    Process zbarimg = new ProcessBuilder("zbarimg", "--quiet", "--raw", picture.toString()).start();
    String read = new String(zbarimg.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(zbarimg.waitFor()).isZero();
    assertThat(read.lines()).hasSize(7).containsOnly("https://hub.example.org/s/kiosk-01");
  }

  @Test
  void the_names_stand_there_as_text_in_both_languages_a_page_each() throws IOException {
    StationLabel other =
        StationLabel.of(
            new StationId("kiosk-02"),
            new BilingualText("渤海 7 路“驿站”", "Bohai 7th Road"),
            "https://hub.example.org");

    try (PDDocument document = Loader.loadPDF(LabelSheet.pdf(List.of(KIOSK, other)))) {
      assertThat(document.getNumberOfPages()).isEqualTo(2);
      assertThat(new PDFTextStripper().getText(document))
          .contains("黄河五路驿站", "Huanghe 5th Road", "渤海 7 路“驿站”", "/s/kiosk-02");
    }
  }

  @Test
  void a_name_that_is_too_long_is_set_smaller_and_stays_on_its_label() throws IOException {
    StationLabel wide =
        StationLabel.of(
            KIOSK.id(), new BilingualText("很长".repeat(40), "Longish-".repeat(10)), "https://h");
    List<Float> edges = new ArrayList<>();
    PDFTextStripper stripper =
        new PDFTextStripper() {
          @Override
          protected void processTextPosition(TextPosition letter) {
            edges.add(letter.getXDirAdj());
            edges.add(letter.getXDirAdj() + letter.getWidthDirAdj());
          }
        };

    try (PDDocument document = Loader.loadPDF(LabelSheet.pdf(List.of(wide)))) {
      stripper.getText(document);
    }

    assertThat(edges).hasSizeGreaterThan(1_000).allMatch(x -> x > 42 && x < 595 - 42);
  }

  @Test
  void no_station_and_too_many_are_refused() {
    assertThatThrownBy(() -> LabelSheet.pdf(List.of())).hasMessageContaining("1 to 500 stations");
  }
}
