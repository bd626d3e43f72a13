package org.yizhan.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.station.ProfileTexts.FULL;
import static org.yizhan.station.ProfileTexts.changed;
import static org.yizhan.station.ProfileTexts.problemsOf;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the schema that editors use and the reader that decides together. */
class ProfileSchemaTest {
  private static final Schema SCHEMA = schema();

  private static Schema schema() {
    try (InputStream in =
        Objects.requireNonNull(
            ProfileReader.class.getResourceAsStream("station-profile.schema.json"))) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(in, InputFormat.JSON);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  static Stream<Path> samples() throws IOException {
    return SampleProfilesTest.samples();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void every_sample_fits_the_schema(Path sample) throws IOException {
    assertThat(complaints(Files.readString(sample))).isEmpty();
  }

  @Test
  void the_schema_itself_is_valid() throws IOException {
    Schema meta =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    try (InputStream in =
        Objects.requireNonNull(
            ProfileReader.class.getResourceAsStream("station-profile.schema.json"))) {
      assertThat(
              meta.validate(
                  new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON))
          .isEmpty();
    }
  }

  @Test
  void the_full_profile_fits_both() {
    assertThat(problemsOf(FULL)).isEmpty();
    assertThat(complaints(FULL)).isEmpty();
  }

  @Test
  void an_epidemic_is_a_season_to_both() {
    String yaml = changed("[summer]", "[epidemic]");

    assertThat(problemsOf(yaml)).isEmpty();
    assertThat(complaints(yaml)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "name", "place", "kind", "zone", "hours", "capacity", "fixtures"})
  void both_miss_a_required_key(String key) {
    String without = FULL.replaceAll("(?m)^" + key + ":.*\n(?:  .*\n)*", "");

    assertThat(without).isNotEqualTo(FULL);
    refusedByBoth(without);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(delimiter = '|', textBlock = ProfileTexts.WRONG_FIELDS)
  void both_refuse(String find, String replacement) {
    refusedByBoth(changed(find, replacement));
  }

  @Test
  void whatever_the_reader_takes_fits_the_schema() throws IOException {
    List<String> texts = new ArrayList<>(List.of(FULL));
    for (Path sample : samples().toList()) {
      texts.add(Files.readString(sample).replaceAll("(?m)^ *#.*\n", ""));
    }
    long seed = 20_261_123;
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    int taken = 0;

    for (int run = 0; run < 300; run++) {
      String text = texts.get(random.nextInt(texts.size()));
      String mutant = mutated(text, random);
      if (ProfileReader.read(mutant) instanceof ProfileReading.Read) {
        taken++;
        assertThat(complaints(mutant)).as("seed %s, run %s:%n%s", seed, run, mutant).isEmpty();
      }
    }

    assertThat(taken).as("mutants that were taken, seed %s", seed).isBetween(15, 285);
  }

  /** Swaps two words of the text, drops a line, or puts a word of the text in a word's place. */
  private static String mutated(String text, RandomGenerator random) {
    if (random.nextInt(4) == 0) {
      List<String> lines = new ArrayList<>(text.lines().toList());
      lines.remove(random.nextInt(lines.size()));
      return String.join("\n", lines) + "\n";
    }
    List<String> words = List.of(text.split("(?<=[\\s{}\\[\\],])|(?=[\\s{}\\[\\],])"));
    List<String> meant = words.stream().filter(word -> word.matches("[^\\s{}\\[\\],]+")).toList();
    List<String> extra = List.of("0", "1", "-5", "3.5", "true", "null", "24h", "closed", "\"\"");
    String one = meant.get(random.nextInt(meant.size()));
    String other =
        random.nextBoolean()
            ? meant.get(random.nextInt(meant.size()))
            : extra.get(random.nextInt(extra.size()));
    List<String> changed = new ArrayList<>(words);
    changed.set(words.indexOf(one), other);
    return String.join("", changed);
  }

  private static List<Error> complaints(String yaml) {
    return SCHEMA.validate(ProfileTexts.asJson(yaml), InputFormat.JSON);
  }

  private static void refusedByBoth(String yaml) {
    assertThat(problemsOf(yaml)).as("the reader's problems with%n%s", yaml).isNotEmpty();
    assertThat(complaints(yaml)).as("the schema's problems with%n%s", yaml).isNotEmpty();
  }
}
