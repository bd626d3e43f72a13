package org.yizhan.hub.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.station.BilingualText;
import org.yizhan.station.StationId;

class LabelSheetTest {
  private static final StationLabel KIOSK =
      StationLabel.of(
          new StationId("kiosk-01"),
          new BilingualText("黄河五路驿站", "Huanghe 5th Road"),
          "https://hub.example.org");

  @TempDir Path folder;

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
  void a_name_that_is_too_long_is_set_smaller_and_stays_on_its_label() {
    String longName = "很".repeat(80);

    float points = 32 * 164 / (Letters.width(longName, 32) / (72 / 25.4f));

    assertThat(Letters.width(longName, points) / (72 / 25.4f)).isLessThan(164.1f);
  }

  @Test
  void no_station_and_too_many_are_refused() {
    assertThatThrownBy(() -> LabelSheet.pdf(List.of())).hasMessageContaining("1 to 500 stations");
  }
}
