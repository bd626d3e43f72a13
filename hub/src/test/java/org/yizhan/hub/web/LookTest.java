package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LookTest {
  private static final Pattern TOKEN =
      Pattern.compile("--([a-z-]+): light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)");

  @Test
  void text_stands_out_from_its_ground_in_light_and_dark() throws IOException {
    for (int look = 2; look <= 3; look++) {
      Map<String, double[]> tokens = tokens(look);
      for (String ink : List.of("ink", "ink-soft", "yes", "no", "unknown")) {
        for (String ground : List.of("paper", "sheet", "yes-wash", "no-wash", "unknown-wash")) {
          assertContrast(tokens, ink, ground);
        }
      }
      assertContrast(tokens, "on-accent", "accent");
    }
  }

  private static void assertContrast(Map<String, double[]> tokens, String ink, String ground) {
    double one = luminance(Objects.requireNonNull(tokens.get(ink), ink));
    double other = luminance(Objects.requireNonNull(tokens.get(ground), ground));
    double ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    assertThat(ratio).as("%s on %s", ink, ground).isGreaterThanOrEqualTo(4.5);
  }

  private static Map<String, double[]> tokens(int group) throws IOException {
    try (InputStream in = LookTest.class.getResourceAsStream("/web/app.css")) {
      String css = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      Map<String, double[]> tokens = new HashMap<>();
      Matcher token = TOKEN.matcher(css);
      while (token.find()) {
        int rgb = Integer.parseInt(token.group(group).substring(1), 16);
        tokens.put(token.group(1), new double[] {(rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255});
      }
      return tokens;
    }
  }

  /** WCAG 2.2, relative luminance. */
  private static double luminance(double[] rgb) {
    return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
  }

  private static double linear(double value) {
    double share = value / 255;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
