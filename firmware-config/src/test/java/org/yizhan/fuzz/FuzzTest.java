package org.yizhan.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yizhan.pass.PassFuzz;
import org.yizhan.station.ProfileFuzz;
import org.yizhan.wire.EnvelopeFuzz;
import org.yizhan.wire.OrderFuzz;
import org.yizhan.wire.PresenceFuzz;

/**
 * A few seconds of Jazzer on each reader, each in a process of its own: coverage guides the inputs,
 * and no instrumented class gets near the other tests. (Jazzer's own JUnit engine would fuzz one
 * test of a run and skip the rest.) What is found stands in {@code target/fuzz/<target>/crash-*}.
 * For longer: {@code mvn test -pl firmware-config -Dtest=FuzzTest -Dyizhan.fuzz.seconds=600}.
 */
class FuzzTest {
  private static final int SECONDS = Integer.getInteger("yizhan.fuzz.seconds", 4);
  private static final int SECONDS_TO_START_MAX = 240;
  private static final String INSTRUMENTED =
      String.join(
          ":",
          "org.yizhan.**",
          "com.fasterxml.jackson.core.json.UTF8StreamJsonParser",
          "com.fasterxml.jackson.dataformat.cbor.CBORParser",
          "org.snakeyaml.engine.v2.scanner.**",
          "org.snakeyaml.engine.v2.parser.**");
  private static final Path FOLDER = Path.of("target", "fuzz").toAbsolutePath();
  private static final Pattern DONE = Pattern.compile("Done (\\d+) runs in");

  /** What is attacked, and from where. */
  record Target(Class<?> type, List<byte[]> seeds) {
    @Override
    public String toString() {
      return type.getSimpleName();
    }
  }

  static Stream<Target> targets() {
    return Stream.of(
        new Target(EnvelopeFuzz.class, EnvelopeFuzz.seeds()),
        new Target(OrderFuzz.class, OrderFuzz.seeds()),
        new Target(PresenceFuzz.class, PresenceFuzz.seeds()),
        new Target(PassFuzz.class, PassFuzz.seeds()),
        new Target(ProfileFuzz.class, ProfileFuzz.seeds()));
  }

  @ParameterizedTest
  @MethodSource("targets")
  void finds_nothing(Target target) throws IOException, InterruptedException {
    Path folder = FOLDER.resolve(target.toString());
    Path seeds = folder.resolve("seeds");
    Path found = Files.createDirectories(folder.resolve("corpus"));
    Files.createDirectories(seeds);
    int number = 0;
    for (byte[] seed : target.seeds()) {
      Files.write(seeds.resolve("seed-" + number++), seed);
    }
    Path log = folder.resolve("log.txt");

    Process jazzer = start(target, folder, log, found, seeds);
    boolean ended = jazzer.waitFor(SECONDS + SECONDS_TO_START_MAX, TimeUnit.SECONDS);
    if (!ended) {
      jazzer.destroyForcibly().waitFor();
    }

    String said = Files.readString(log, UTF_8);
    assertThat(ended).as("Jazzer ended by itself; see %s", log).isTrue();
    assertThat(jazzer.exitValue()).as("%s: %s", log, end(said)).isZero();
    assertThat(runs(said)).as("inputs tried, by %s", log).isGreaterThan(number);
  }

  private static Process start(Target target, Path folder, Path log, Path found, Path seeds)
      throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:+EnableDynamicAgentLoading",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            "com.code_intelligence.jazzer.Jazzer",
            "--target_class=" + target.type.getName(),
            "--instrumentation_includes=" + INSTRUMENTED,
            "--reproducer_path=" + folder,
            "-artifact_prefix=" + folder + "/",
            "-max_total_time=" + SECONDS,
            "-timeout=60",
            "-max_len=4096",
            found.toString(),
            seeds.toString())
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private static long runs(String said) {
    Matcher done = DONE.matcher(said);
    return done.find() ? Long.parseLong(done.group(1)) : 0;
  }

  private static String end(String said) {
    return said.substring(Math.max(0, said.length() - 3_000));
  }
}
