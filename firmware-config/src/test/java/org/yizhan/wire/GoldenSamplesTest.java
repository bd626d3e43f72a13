package org.yizhan.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the wire format still. A sample is exactly what is sent, and one line end. When a change is
 * meant, write the samples anew with {@code mvn test -pl firmware-config -Dtest=GoldenSamplesTest
 * -Dyizhan.golden=write}, look at what changed, and change {@code asyncapi.yaml} in the same
 * commit.
 */
class GoldenSamplesTest {
  static final Path FOLDER =
      Path.of(System.getProperty("yizhan.root", ".."), "firmware-config/src/test/resources/golden");
  private static final boolean WRITE = "write".equals(System.getProperty("yizhan.golden"));

  /** What each sample must be, by file name. */
  static Map<String, byte[]> samples() {
    Map<String, byte[]> samples = new TreeMap<>();
    WireSamples.facts()
        .forEach(
            (name, fact) ->
                samples.put(
                    "fact-" + name,
                    WireCodec.writeEntry(
                        new Entry(
                            name.equals("journal-opened")
                                ? WireSamples.GUESSED
                                : WireSamples.TRUSTED,
                            fact))));
    WireSamples.orders()
        .forEach((name, order) -> samples.put("order-" + name, WireCodec.writeOrder(order)));
    WireSamples.presences()
        .forEach(
            (name, presence) -> samples.put("presence-" + name, WireCodec.writePresence(presence)));
    samples.put("envelope", WireCodec.writeEnvelope(WireSamples.envelope()));
    return samples;
  }

  static Stream<String> names() {
    return samples().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void writes_what_the_sample_says(String name) throws IOException {
    Path file = FOLDER.resolve(name + ".json");
    String written = new String(samples().getOrDefault(name, new byte[0]), UTF_8) + "\n";
    if (WRITE) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, written);
    }

    assertThat(file).as("no sample %s: see this test's documentation", file).exists();
    assertThat(Files.readString(file))
        .as("%s is not what is sent now: see this test's documentation", file.getFileName())
        .isEqualTo(written);
  }

  @Test
  void every_sample_is_of_something_that_travels() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString().replace(".json", ""))
                  .collect(Collectors.toSet()))
          .isEqualTo(samples().keySet());
    }
  }

  @Test
  void reads_every_sample_back() {
    samples().forEach((name, bytes) -> assertThat(readBack(name, bytes)).as(name).isEqualTo(bytes));
  }

  private static byte[] readBack(String name, byte[] bytes) {
    if (name.startsWith("fact-")) {
      return WireCodec.writeEntry(WireCodec.readEntry(bytes));
    }
    if (name.startsWith("order-")) {
      return WireCodec.writeOrder(WireCodec.readOrder(bytes));
    }
    return name.startsWith("presence-")
        ? WireCodec.writePresence(WireCodec.readPresence(bytes))
        : WireCodec.writeEnvelope(WireCodec.readEnvelope(bytes));
  }
}
