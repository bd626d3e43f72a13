package org.yizhan.edge.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yizhan.edge.hardware.serial.ScanFramingFuzz;

/**
 * A few seconds of Jazzer in a process of its own, as firmware-config's {@code FuzzTest} does it.
 * What is found stands in {@code target/fuzz/<target>/crash-*}. For longer: {@code mvn test -pl
 * edge-agent -am -Dtest=AgentFuzzTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dyizhan.fuzz.seconds=600}.
 */
class AgentFuzzTest {
  private static final int SECONDS = Integer.getInteger("yizhan.fuzz.seconds", 4);
  private static final int SECONDS_TO_START_MAX = 240;
  private static final Path FOLDER = Path.of("target", "fuzz").toAbsolutePath();
  private static final Pattern DONE = Pattern.compile("Done (\\d+) runs in");

  @Test
  void finds_nothing_in_the_framing_of_a_scanner_s_bytes()
      throws IOException, InterruptedException {
    attack(ScanFramingFuzz.class, ScanFramingFuzz.seeds());
  }

  private static void attack(Class<?> target, List<byte[]> seeds)
      throws IOException, InterruptedException {
    Path folder = FOLDER.resolve(target.getSimpleName());
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    Path start = Files.createDirectories(folder.resolve("seeds"));
    for (int i = 0; i < seeds.size(); i++) {
      Files.write(start.resolve("seed-" + i), seeds.get(i));
    }
    Path log = folder.resolve("log.txt");

    Process jazzer = start(target, folder, log, corpus, start);
    boolean ended = jazzer.waitFor(SECONDS + SECONDS_TO_START_MAX, TimeUnit.SECONDS);
    if (!ended) {
      jazzer.destroyForcibly().waitFor();
    }

    String said = Files.readString(log, UTF_8);
    Matcher done = DONE.matcher(said);
    assertThat(ended).as("Jazzer ended by itself; see %s", log).isTrue();
    assertThat(jazzer.exitValue()).as("%s: %s", log, said).isZero();
    assertThat(done.find()).as("%s", log).isTrue();
    assertThat(Long.parseLong(done.group(1))).as("inputs tried").isGreaterThan(seeds.size());
  }

  private static Process start(Class<?> target, Path folder, Path log, Path corpus, Path seeds)
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
            "--target_class=" + target.getName(),
            "--instrumentation_includes=org.yizhan.**",
            "--reproducer_path=" + folder,
            "-artifact_prefix=" + folder + "/",
            "-max_total_time=" + SECONDS,
            "-timeout=60",
            "-max_len=4096",
            corpus.toString(),
            seeds.toString())
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }
}
