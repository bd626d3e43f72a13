package org.yizhan.hub.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.station.BilingualText;
import org.yizhan.wire.TagCode;

class TagSheetTest {
  private static final Logger PDFBOX = Logger.getLogger("org.apache.pdfbox");

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
  void a_phone_reads_every_things_own_address_from_its_label() throws Exception {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/zbarimg")), "no zbarimg (apt-get install zbar-tools)");
    List<TagLabel> labels = labels(TagSheet.PER_PAGE);
    Path picture = folder.resolve("tags.png");
    try (PDDocument document = Loader.loadPDF(TagSheet.pdf(labels))) {
      ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, 200), "png", picture.toFile());
    }

    Process zbarimg = new ProcessBuilder("zbarimg", "--quiet", "--raw", picture.toString()).start();
    String read = new String(zbarimg.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(zbarimg.waitFor()).isZero();
    assertThat(read.lines())
        .containsExactlyInAnyOrderElementsOf(labels.stream().map(TagLabel::address).toList());
  }

  @Test
  void says_in_both_languages_what_it_is_and_fills_page_after_page() throws Exception {
    try (PDDocument document = Loader.loadPDF(TagSheet.pdf(labels(TagSheet.PER_PAGE + 1)))) {
      assertThat(document.getNumberOfPages()).isEqualTo(2);
      assertThat(new PDFTextStripper().getText(document))
          .contains("共享雨伞 1 号", "Umbrella 28", "民族大道交警驿站", "00000000zz");
    }
  }

  @Test
  void none_and_too_many_are_refused() {
    assertThatThrownBy(() -> TagSheet.pdf(List.of())).hasMessageContaining("1 to 1000 things");
    assertThatThrownBy(() -> TagSheet.pdf(labels(1_001))).hasMessageContaining("not 1001");
  }

  private static List<TagLabel> labels(int count) {
    List<TagLabel> labels = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      labels.add(
          TagLabel.of(
              new TagCode(number == 1 ? "00000000zz" : "7k3m9%05d".formatted(number)),
              new BilingualText("共享雨伞", "Umbrella"),
              number,
              new BilingualText("民族大道交警驿站", "Minzu Avenue"),
              "https://hub.example.org"));
    }
    return labels;
  }
}
