package org.yizhan.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yizhan.station.SupplyItem.Season;

/** Other supplies are written into a profile's text, and nothing else is touched. */
class SuppliesEditTest {
  private static final SupplyItem MASK =
      new SupplyItem(
          new ItemCode("mask"),
          new BilingualText("口罩 \"薄\"", "Masks: thin"),
          50,
          200,
          Set.of(Season.WINTER, Season.EPIDEMIC),
          new SupplyItem.Lent(Duration.ofHours(36)),
          Optional.of("B:1 #"));

  @Test
  void only_the_number_changes() {
    assertThat(edited(ProfileTexts.FULL, with("water", item -> levels(item, 12, 96))))
        .isEqualTo(ProfileTexts.FULL.replace("minimum: 24", "minimum: 12"));
  }

  @Test
  void an_item_on_one_line_changes_there() {
    assertThat(
            edited(ProfileTexts.FULL, with("umbrella", item -> shelved(levels(item, 2, 10), "C1"))))
        .isEqualTo(
            ProfileTexts.FULL.replace(
                "minimum: 1, target: 9,", "shelf: \"C1\", minimum: 2, target: 10,"));
  }

  @Test
  void a_shelf_is_renamed_and_taken_away() {
    assertThat(edited(ProfileTexts.FULL, with("water", item -> shelved(item, "#7"))))
        .isEqualTo(ProfileTexts.FULL.replace("shelf: A2", "shelf: \"#7\""));
    assertThat(edited(ProfileTexts.FULL, with("water", item -> shelved(item, ""))))
        .isEqualTo(ProfileTexts.FULL.replace("    shelf: A2\n", ""));
  }

  @Test
  void an_item_goes_with_its_lines() {
    List<SupplyItem> wanted = new ArrayList<>(supplies(ProfileTexts.FULL));
    wanted.removeLast();

    assertThat(edited(ProfileTexts.FULL, wanted))
        .doesNotContain("umbrella")
        .contains("daily-per-pass: 1\nat: {lat");
  }

  @Test
  void an_item_comes_after_the_others() {
    List<SupplyItem> wanted = new ArrayList<>(supplies(ProfileTexts.FULL));
    wanted.add(MASK);

    assertThat(edited(ProfileTexts.FULL, wanted))
        .contains(
            """
            lent-for: 48h}
              mask:
                name: {zh: "口罩 \\"薄\\"", en: "Masks: thin"}
                shelf: "B:1 #"
                minimum: 50
                target: 200
                season: [winter, epidemic]
                lent-for: 36h
            at: {lat\
            """);
  }

  @Test
  void a_profile_without_supplies_gets_some() {
    String none =
        ProfileTexts.FULL
            .replaceAll("(?s)supplies:.*(?=at: \\{)", "")
            .replaceAll(".*shelf-scale.*\n", "");
    String mask = edited(none, List.of(MASK));

    assertThat(mask).startsWith(none.stripTrailing()).contains("\n\nsupplies:\n  mask:\n");
    assertThat(SuppliesEdit.write(mask, List.of()))
        .hasValueSatisfying(
            text -> assertThat(text.stripTrailing()).isEqualTo(none.stripTrailing()));
  }

  @Test
  void what_a_scale_weighs_cannot_go() {
    assertThat(SuppliesEdit.write(ProfileTexts.FULL, supplies(ProfileTexts.FULL).subList(1, 2)))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "id: [", "supplies: 1"})
  void what_is_no_profile_is_not_written(String yaml) {
    assertThat(SuppliesEdit.write(yaml, List.of(MASK))).isEmpty();
  }

  @Test
  void supplies_on_one_line_are_left_to_a_person() {
    String flow =
        ProfileTexts.FULL.replaceAll(
            "(?s)supplies:.*(?=at: \\{)",
            "supplies: {water: {name: {zh: 水, en: W}, minimum: 1, target: 2}}\n");

    assertThat(SuppliesEdit.write(flow, List.of(supplies(flow).getFirst(), MASK))).isEmpty();
    assertThat(edited(flow, List.of(levels(supplies(flow).getFirst(), 2, 3))))
        .contains("minimum: 2, target: 3}}");
  }

  static Stream<String> texts() throws IOException {
    try (Stream<Path> samples = SampleProfilesTest.samples()) {
      List<String> texts = new ArrayList<>(List.of(ProfileTexts.FULL));
      for (Path sample : samples.sorted().toList()) {
        texts.add(Files.readString(sample));
      }
      texts.addAll(texts.stream().map(text -> text.replace("\n", "\r\n")).toList());
      texts.addAll(texts.stream().map(String::stripTrailing).toList());
      return texts.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  void whatever_is_wanted_reads_back_and_every_other_line_stays(String yaml) {
    Set<String> lines = Set.copyOf(yaml.lines().filter(line -> line.contains("#")).toList());
    for (int seed = 0; seed < 200; seed++) {
      List<SupplyItem> wanted = wish(supplies(yaml), new Random(seed));
      String written = edited(yaml, wanted);

      assertThat(supplies(written)).as("seed %d", seed).isEqualTo(wanted);
      long gone = lines.stream().filter(line -> !written.contains(line)).count();
      assertThat(gone).as("remarks gone, seed %d", seed).isLessThanOrEqualTo(2L * lines.size() / 3);
    }
  }

  /** Some items changed, some gone, sometimes one more. */
  private static List<SupplyItem> wish(List<SupplyItem> there, Random random) {
    List<SupplyItem> wanted = new ArrayList<>();
    for (SupplyItem item : there) {
      int minimum = random.nextInt(100);
      boolean weighed = item.code().value().startsWith("water");
      switch (weighed ? random.nextInt(3) : random.nextInt(4)) {
        case 0 -> wanted.add(item);
        case 1 -> wanted.add(levels(item, minimum, minimum + 1 + random.nextInt(9_000)));
        case 2 -> wanted.add(shelved(item, random.nextBoolean() ? "" : "货架 " + minimum));
        default -> {}
      }
    }
    if (random.nextBoolean()) {
      wanted.add(MASK);
    }
    return wanted;
  }

  private static List<SupplyItem> with(String code, UnaryOperator<SupplyItem> change) {
    return supplies(ProfileTexts.FULL).stream()
        .map(item -> item.code().value().equals(code) ? change.apply(item) : item)
        .toList();
  }

  private static SupplyItem levels(SupplyItem item, int minimum, int target) {
    return new SupplyItem(
        item.code(), item.name(), minimum, target, item.seasons(), item.terms(), item.shelf());
  }

  private static SupplyItem shelved(SupplyItem item, String shelf) {
    return new SupplyItem(
        item.code(),
        item.name(),
        item.minimum(),
        item.target(),
        item.seasons(),
        item.terms(),
        Optional.of(shelf).filter(label -> !label.isEmpty()));
  }

  private static List<SupplyItem> supplies(String yaml) {
    assertThat(ProfileReader.read(yaml)).isInstanceOf(ProfileReading.Read.class);
    return ((ProfileReading.Read) ProfileReader.read(yaml)).profile().supplies();
  }

  private static String edited(String yaml, List<SupplyItem> wanted) {
    return SuppliesEdit.write(yaml, wanted).orElseThrow();
  }
}
