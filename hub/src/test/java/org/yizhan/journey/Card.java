package org.yizhan.journey;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.sqlite.SQLiteErrorCode;
import org.yizhan.edge.journal.SqliteJournal;

/**
 * The journal's file of an agent that does not run: what is on it, and what may happen to it.
 *
 * @param folder the agent's journal folder
 */
record Card(Path folder) {
  private static final long SEQUENCE_MASK = (1L << 40) - 1;

  /**
   * Facts as they were written, by journal and number; gaps are left out, and rows whose own
   * checksum says that they are not what was written: an agent leaves those until it must send
   * them. Of a damaged file, what comes before the damage: an agent that was killed before it
   * salvaged has written nothing to it.
   */
  Map<String, TreeMap<Long, String>> facts() throws IOException, SQLException {
    Path copy = Files.createTempDirectory("card");
    try {
      for (String suffix : new String[] {"", "-wal"}) {
        Path from = folder.resolve(SqliteJournal.FILE_NAME + suffix);
        if (Files.exists(from)) {
          Files.copy(from, copy.resolve(from.getFileName()));
        }
      }
      return read(copy.resolve(SqliteJournal.FILE_NAME));
    } finally {
      for (String suffix : new String[] {"", "-wal", "-shm"}) {
        Files.deleteIfExists(copy.resolve(SqliteJournal.FILE_NAME + suffix));
      }
      Files.delete(copy);
    }
  }

  private static Map<String, TreeMap<Long, String>> read(Path file) throws SQLException {
    Map<String, TreeMap<Long, String>> facts = new TreeMap<>();
    if (!Files.exists(file)) {
      return facts;
    }
    try {
      read(file, facts);
    } catch (SQLException e) {
      if (!isDamage(e)) {
        throw e;
      }
    }
    return facts;
  }

  private static boolean isDamage(SQLException e) {
    int primary = e.getErrorCode() & 0xFF;
    return primary == SQLiteErrorCode.SQLITE_CORRUPT.code
        || primary == SQLiteErrorCode.SQLITE_NOTADB.code;
  }

  private static void read(Path file, Map<String, TreeMap<Long, String>> facts)
      throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet tables =
            statement.executeQuery("SELECT count(*) FROM sqlite_schema WHERE name = 'fact'")) {
      if (!tables.next() || tables.getInt(1) == 0) {
        return; // killed before its tables were made
      }
      try (ResultSet row =
          statement.executeQuery(
              "SELECT place, journal, entry, numbers, worth, checksum FROM fact")) {
        while (row.next()) {
          String entry = new String(row.getBytes(3), StandardCharsets.UTF_8);
          if (isSound(row) && !entry.contains("\"missing\"")) {
            facts
                .computeIfAbsent(HexFormat.of().formatHex(row.getBytes(2)), _ -> new TreeMap<>())
                .put(row.getLong(1) & SEQUENCE_MASK, entry);
          }
        }
      }
    }
  }

  /** CRC32C (RFC 3720, appendix B.4) over place, numbers, worth, journal and entry. */
  private static boolean isSound(ResultSet row) throws SQLException {
    CRC32C checksum = new CRC32C();
    checksum.update(
        ByteBuffer.allocate(20)
            .putLong(row.getLong(1))
            .putLong(row.getLong(4))
            .putInt(row.getInt(5))
            .flip());
    checksum.update(row.getBytes(2));
    checksum.update(row.getBytes(3));
    return checksum.getValue() == row.getLong(6);
  }

  /** Flips bits, or cuts the end off; says which. */
  String damage(Random random) throws IOException {
    Path file = folder.resolve(SqliteJournal.FILE_NAME);
    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
      if (bytes.length() < 4096) {
        return "nothing: the card is nearly empty";
      }
      if (random.nextInt(3) == 0) {
        long left = bytes.length() * (1 + random.nextInt(3)) / 4 + random.nextInt(1024);
        bytes.setLength(left);
        return "cut to " + left + " bytes";
      }
      int flips = 1 + random.nextInt(12);
      for (int i = 0; i < flips; i++) {
        long at = random.nextLong(bytes.length());
        bytes.seek(at);
        int before = bytes.read();
        bytes.seek(at);
        bytes.write(before ^ (1 << random.nextInt(8)));
      }
      return flips + " bits flipped";
    }
  }
}
