package org.yizhan.edge.journal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * What happens to a damaged journal file: it is set aside under a name with the time, never
 * deleted, and every row whose checksum is right goes into the new file, so that facts the hub does
 * not have still reach it.
 */
final class Salvage {
  private static final Logger LOG = System.getLogger(Salvage.class.getName());
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final int ROWS_PER_COMMIT = 1_000;

  /** The main file last: while it stands, nothing is finished. */
  private static final String[] COMPANIONS = {"-wal", "-journal", ""};

  private Salvage() {}

  /**
   * Copies what is sound into a new file, sets the damaged one aside and puts the new one in its
   * place, in this order: cut short anywhere, the next start goes on ({@link #finish}).
   */
  static void replace(Path damaged, Instant now) throws IOException, SQLException {
    Path salvaged = salvaged(damaged);
    for (String companion : COMPANIONS) {
      Files.deleteIfExists(companion(salvaged, companion));
    }
    try (JournalFile into = JournalFile.open(salvaged)) {
      int rows = copy(damaged, into);
      LOG.log(Level.WARNING, "Salvaged {0} rows from the damaged journal {1}.", rows, damaged);
    } catch (JournalDamage again) {
      throw new IOException("a new journal file is damaged at once: " + again.getMessage(), again);
    }
    setAside(damaged, now);
    finish(damaged);
  }

  /** Puts a salvaged file in place when a power cut came between the two renames. */
  static void finish(Path file) throws IOException {
    Path salvaged = salvaged(file);
    if (!Files.exists(file) && Files.exists(salvaged)) {
      Files.move(salvaged, file);
      try (FileChannel folder = FileChannel.open(folder(file), StandardOpenOption.READ)) {
        folder.force(true);
      }
    }
  }

  private static void setAside(Path file, Instant now) throws IOException {
    Path aside = freeName(file, STAMP.format(now));
    for (String companion : COMPANIONS) {
      Path part = companion(file, companion);
      if (Files.exists(part)) {
        Files.move(part, companion(aside, companion));
      }
    }
  }

  private static Path salvaged(Path file) {
    return file.resolveSibling("salvaged.db");
  }

  private static Path companion(Path file, String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  private static Path folder(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file : parent;
  }

  private static Path freeName(Path file, String stamp) {
    Path aside = file.resolveSibling("damaged-" + stamp + ".db");
    for (int copy = 2; Files.exists(aside); copy++) {
      aside = file.resolveSibling("damaged-" + stamp + "-" + copy + ".db");
    }
    return aside;
  }

  private static int copy(Path damaged, JournalFile into) throws IOException, SQLException {
    var counted = new int[1];
    into.begin();
    for (String companion : COMPANIONS) {
      Path part = companion(damaged, companion);
      if (Files.exists(part)) {
        RowScan.scan(
            part,
            row -> {
              into.insert(row);
              counted[0]++;
              if (counted[0] % ROWS_PER_COMMIT == 0) {
                into.commit();
                into.begin();
              }
            });
      }
    }
    into.commit();
    return counted[0];
  }
}
