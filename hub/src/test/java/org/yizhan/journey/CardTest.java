package org.yizhan.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.edge.journal.JournalLimits;
import org.yizhan.edge.journal.SqliteJournal;
import org.yizhan.wire.Fact;
import org.yizhan.wire.Moment;

/** The reader that the kill test judges by. */
class CardTest {
  private static final byte[] WRITTEN = "order-2".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;

  @Test
  void takes_a_row_with_a_flipped_bit_for_no_fact_and_keeps_its_neighbours()
      throws IOException, SQLException {
    writeThree();
    assertThat(numbers()).containsExactly(1L, 2L, 3L);

    flipInSecond();

    assertThat(numbers()).containsExactly(1L, 3L);
  }

  private void writeThree() {
    try (SqliteJournal journal =
        new SqliteJournal(folder, JournalLimits.STATION, InstantSource.system())) {
      for (int number = 1; number <= 3; number++) {
        var _ =
            journal.append(
                new Moment(number, 1_800_000_000_000L, true),
                new Fact.DoorUnlockedByOrder("order-" + number));
      }
    }
  }

  /** The text stands in the file, in its log, or in both. */
  private void flipInSecond() throws IOException {
    int flipped = 0;
    for (String suffix : List.of("", "-wal")) {
      Path file = folder.resolve(SqliteJournal.FILE_NAME + suffix);
      byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
      for (int at = 0; at + WRITTEN.length <= bytes.length; at++) {
        if (Arrays.equals(bytes, at, at + WRITTEN.length, WRITTEN, 0, WRITTEN.length)) {
          bytes[at] ^= 1;
          flipped++;
        }
      }
      if (bytes.length > 0) {
        Files.write(file, bytes);
      }
    }
    assertThat(flipped).isPositive();
  }

  private List<Long> numbers() throws IOException, SQLException {
    return new Card(folder)
        .facts().values().stream().flatMap(facts -> facts.keySet().stream()).toList();
  }
}
