package org.yizhan.edge.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.edge.journal.Samples.admitted;
import static org.yizhan.edge.journal.Samples.at;
import static org.yizhan.edge.journal.Samples.drain;
import static org.yizhan.edge.journal.Samples.open;
import static org.yizhan.edge.journal.Samples.opened;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.wire.Entry;
import org.yizhan.wire.Envelope;
import org.yizhan.wire.Fact;
import org.yizhan.wire.JournalId;

/** Real processes, really killed: what was reported durable is there, in order, without gaps. */
class JournalCrashTest {
  private static final long SEED = 20261123;

  @TempDir Path card;

  @Test
  void holds_everything_it_called_durable_when_killed() throws Exception {
    var random = new Random(SEED);
    Map<JournalId, Long> promised = new HashMap<>();
    for (int round = 0; round < 4; round++) {
      Process writer = start(List.of(), 200_000);
      try (BufferedReader said = writer.inputReader()) {
        int linesToHear = 3 + random.nextInt(40);
        for (int i = 0; i < linesToHear; i++) {
          note(said.readLine(), promised);
        }
        kill(writer);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
          note(line, promised);
        }
      }
    }

    Map<JournalId, List<Fact>> kept = readAll();

    assertThat(promised).as("seed %d", SEED).hasSize(4);
    promised.forEach(
        (journal, next) -> {
          List<Fact> facts = kept.getOrDefault(journal, List.of());
          assertThat(facts.size())
              .as("seed %d, journal %s", SEED, journal)
              .isGreaterThanOrEqualTo((int) (next - 1));
          for (int i = 0; i < facts.size(); i++) {
            assertThat(facts.get(i)).isEqualTo(admitted(i + 1));
          }
        });
  }

  @Test
  void holds_everything_durable_in_a_copy_of_the_files_taken_meanwhile() throws Exception {
    Path copy = Files.createDirectory(card.resolve("copy"));
    Path live = Files.createDirectory(card.resolve("live"));
    var watch = new JournalWatch();
    try (SqliteJournal journal = open(live)) {
      journal.listen(watch);
      for (int i = 1; i <= 3_000; i++) {
        journal.append(at(i), admitted(i));
      }
      watch.awaitCommitted(3_001);
      // as a power cut would leave them: the log, and the file without its last checkpoint
      for (String suffix : List.of("", "-wal")) {
        Files.copy(
            live.resolve(SqliteJournal.FILE_NAME + suffix),
            copy.resolve(SqliteJournal.FILE_NAME + suffix));
      }
    }

    card = copy;

    assertThat(readAll().values()).anySatisfy(facts -> assertThat(facts).hasSize(3_000));
  }

  @Test
  void keeps_running_and_says_so_when_the_disk_is_full() throws Exception {
    Process writer = start(List.of("sh", "-c", "ulimit -f 400; exec \"$@\"", "sh"), 20_000);
    List<String> heard = new ArrayList<>();
    try (BufferedReader said = writer.inputReader()) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        heard.add(line);
        if (line.startsWith("failed")) {
          break;
        }
      }

      assertThat(heard.getLast()).startsWith("failed").contains("Facts are kept in memory");
      assertThat(writer.isAlive()).isTrue();
    } finally {
      kill(writer);
    }
    Map<JournalId, Long> promised = new HashMap<>();
    heard.forEach(line -> note(line, promised));
    Map<JournalId, List<Fact>> kept = readAll();
    promised.forEach(
        (journal, next) ->
            assertThat(kept.getOrDefault(journal, List.of()).size())
                .isGreaterThanOrEqualTo((int) (next - 1)));
  }

  private static void note(String line, Map<JournalId, Long> promised) {
    String[] words = line == null ? new String[0] : line.split(" ");
    if (words.length == 3 && words[0].equals("committed")) {
      promised.put(new JournalId(words[1]), Long.parseLong(words[2]));
    }
  }

  private Process start(List<String> prefix, long pauseNanos) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx64m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-XX:-UsePerfData", "-cp", System.getProperty("java.class.path")));
    command.addAll(
        List.of(CrashingWriter.class.getName(), card.toString(), Long.toString(pauseNanos)));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static void kill(Process process) throws InterruptedException {
    // by its handle: Process.destroyForcibly would close the stream that still holds last words
    assertThat(process.toHandle().destroyForcibly()).isTrue();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
  }

  private Map<JournalId, List<Fact>> readAll() {
    Map<JournalId, List<Fact>> facts = new HashMap<>();
    var watch = new JournalWatch();
    try (SqliteJournal journal = open(card)) {
      journal.listen(watch);
      journal.append(at(0), opened());
      watch.awaitCommitted(2);
      for (Envelope envelope : drain(journal)) {
        envelope.entries().stream()
            .map(Entry::fact)
            .forEach(
                fact ->
                    facts.computeIfAbsent(envelope.journal(), _ -> new ArrayList<>()).add(fact));
      }
    }
    return facts;
  }
}
