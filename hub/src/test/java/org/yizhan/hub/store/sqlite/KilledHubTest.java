package org.yizhan.hub.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledHubTest {
  private static final int KILLS = 4;

  @TempDir private Path folder;

  @Test
  void what_was_answered_before_a_kill_is_held_once_and_folds_to_the_same() throws Exception {
    long seed = 42;
    Random random = new Random(seed);
    Path file = folder.resolve("hub.db");
    String journal = CommittingChild.journal(seed).id().value();

    for (int kill = 1; kill <= KILLS; kill++) {
      long answered = runAndKill(file, seed, 20 + random.nextInt(200));

      try (HubDatabase database = HubDatabase.open(file)) {
        List<Long> held = Tables.sequences(database, journal);
        assertThat(held.size() + 1L)
            .as("kill %d, seed %d", kill, seed)
            .isGreaterThanOrEqualTo(answered);
        assertThat(held).isEqualTo(LongStream.rangeClosed(1, held.size()).boxed().toList());
        List<String> before = Tables.folded(database);
        Refold.run(database);
        assertThat(Tables.folded(database)).as("kill %d", kill).isEqualTo(before);
      }
    }
  }

  /** Starts the child, waits for so many commits and kills it with SIGKILL; what it said last. */
  private static long runAndKill(Path file, long seed, int commits)
      throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CommittingChild.class.getName(),
                file.toString(),
                Long.toString(seed))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long answered = 0;
    try (BufferedReader said = child.inputReader(StandardCharsets.UTF_8)) {
      for (int i = 0; i < commits; i++) {
        String line = said.readLine();
        assertThat(line).as("the child ended by itself").isNotNull();
        answered = Long.parseLong(line);
      }
      child.toHandle().destroyForcibly(); // leaves its last words to be read
      String line;
      while ((line = said.readLine()) != null) {
        answered = Long.parseLong(line);
      }
    }
    assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return answered;
  }
}
