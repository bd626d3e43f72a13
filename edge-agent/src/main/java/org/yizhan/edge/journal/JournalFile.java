package org.yizhan.edge.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.yizhan.wire.JournalId;

/**
 * The one SQLite file of a card: rows, journals and marks of time. WAL with {@code
 * synchronous=FULL}: what is committed survives a power cut. Held exclusively, so that two agents
 * never write one card and no shared-memory file is written. Not thread-safe.
 *
 * <p>The pages are small because a door fact is committed alone: with 1 KiB a commit dirties one or
 * two 4 KiB blocks of the card, with 4 KiB pages two or three (measured: 8 MB against 13 MB for
 * 1,400 commits).
 */
final class JournalFile implements AutoCloseable {
  static final int PAGE_BYTES = 1024;

  /** "YZJ1". */
  private static final int APPLICATION_ID = 0x595A4A31;

  private static final int SCHEMA_VERSION = 1;
  private static final int WAL_PAGES = 1000;
  private static final String[] SCHEMA = {
    "CREATE TABLE journal (number INTEGER PRIMARY KEY, id BLOB NOT NULL, first INTEGER NOT NULL,"
        + " acknowledged INTEGER NOT NULL)",
    "CREATE TABLE fact (place INTEGER PRIMARY KEY, journal BLOB NOT NULL, numbers INTEGER NOT NULL,"
        + " worth INTEGER NOT NULL, entry BLOB NOT NULL, checksum INTEGER NOT NULL)",
    "CREATE TABLE mark (wall_ms INTEGER PRIMARY KEY, place INTEGER NOT NULL)",
    "PRAGMA application_id=" + APPLICATION_ID,
    "PRAGMA user_version=" + SCHEMA_VERSION,
  };

  private final Connection connection;
  private final PreparedStatement insert;
  private final PreparedStatement select;

  private JournalFile(Connection connection) throws SQLException {
    this.connection = connection;
    // a fact that comes back from a damaged file is worth more than the gap that replaced it
    insert =
        connection.prepareStatement(
            "INSERT INTO fact (place, journal, numbers, worth, entry, checksum) VALUES"
                + " (?,?,?,?,?,?) ON CONFLICT (place) DO UPDATE SET numbers=excluded.numbers,"
                + " worth=excluded.worth, entry=excluded.entry, checksum=excluded.checksum WHERE"
                + " fact.worth="
                + FactRow.GAP);
    select =
        connection.prepareStatement(
            "SELECT place, journal, numbers, worth, entry, checksum FROM fact"
                + " WHERE place >= ? AND place < ? ORDER BY place LIMIT ?");
  }

  /**
   * Opens the file, or makes it.
   *
   * @throws JournalDamage when it is there but is not a sound journal
   */
  static JournalFile open(Path path) throws SQLException, JournalDamage {
    Connection connection = connect(path);
    try {
      execute(connection, "PRAGMA page_size=" + PAGE_BYTES);
      execute(connection, "PRAGMA locking_mode=EXCLUSIVE");
      execute(connection, "PRAGMA journal_mode=WAL");
      execute(connection, "PRAGMA synchronous=FULL");
      execute(connection, "PRAGMA wal_autocheckpoint=" + WAL_PAGES);
      execute(connection, "PRAGMA journal_size_limit=" + 4L * WAL_PAGES * PAGE_BYTES);
      execute(connection, "PRAGMA cache_size=-512");
      execute(connection, "PRAGMA temp_store=MEMORY");
      if (number(connection, "PRAGMA schema_version") == 0) {
        create(connection);
      }
      check(connection);
      return verified(connection);
    } catch (SQLException | JournalDamage failure) {
      closeQuietly(connection, failure);
      if (failure instanceof SQLException wrong && JournalDamage.isDamage(wrong)) {
        throw new JournalDamage(String.valueOf(wrong.getMessage()));
      }
      throw failure;
    }
  }

  private static Connection connect(Path path) throws SQLException {
    var config = new SQLiteConfig();
    config.setBusyTimeout(1_000);
    return config.createConnection("jdbc:sqlite:" + path);
  }

  private static void create(Connection connection) throws SQLException {
    execute(connection, "BEGIN IMMEDIATE");
    for (String statement : SCHEMA) {
      execute(connection, statement);
    }
    execute(connection, "COMMIT");
  }

  private static JournalFile verified(Connection connection) throws SQLException, JournalDamage {
    if (number(connection, "PRAGMA application_id") != APPLICATION_ID
        || number(connection, "PRAGMA user_version") != SCHEMA_VERSION) {
      throw new JournalDamage("it is not a journal of this version");
    }
    try {
      return new JournalFile(connection);
    } catch (SQLException wrong) {
      throw new JournalDamage("its tables are not those of a journal: " + wrong.getMessage());
    }
  }

  private static void check(Connection connection) throws SQLException, JournalDamage {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("PRAGMA quick_check(1)")) {
      String verdict = found.next() ? found.getString(1) : "no answer";
      if (!"ok".equals(verdict)) {
        throw new JournalDamage(verdict);
      }
    }
  }

  void begin() throws SQLException {
    execute(connection, "BEGIN IMMEDIATE");
  }

  void commit() throws SQLException {
    execute(connection, "COMMIT");
  }

  /** Gives up the transaction; SQLite may have done so by itself already. */
  void rollback() {
    try {
      if (!connection.isClosed()) {
        execute(connection, "ROLLBACK");
      }
    } catch (SQLException alreadyRolledBack) {
      // nothing is open: that is what was wanted
      return;
    }
  }

  void insert(FactRow row) throws SQLException {
    insert.setLong(1, row.place());
    insert.setBytes(2, row.journal());
    insert.setLong(3, row.numbers());
    insert.setInt(4, row.worth());
    insert.setBytes(5, row.entry());
    insert.setLong(6, row.checksum());
    insert.executeUpdate();
  }

  /** Rows with places from {@code from} to just below {@code to}, in order. */
  List<FactRow> rows(long from, long to, int rowsMax) throws SQLException {
    select.setLong(1, from);
    select.setLong(2, to);
    select.setInt(3, rowsMax);
    List<FactRow> rows = new ArrayList<>();
    try (ResultSet found = select.executeQuery()) {
      while (found.next()) {
        rows.add(row(found));
      }
    }
    return rows;
  }

  /** Rows of one worth from {@code from} to just below {@code to}, in order. */
  List<FactRow> rowsOfWorth(Worth worth, long from, long to, int rowsMax) throws SQLException {
    String sql =
        "SELECT place, journal, numbers, worth, entry, checksum FROM fact"
            + " WHERE worth = ? AND place >= ? AND place < ? ORDER BY place LIMIT ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, worth.code());
      statement.setLong(2, from);
      statement.setLong(3, to);
      statement.setInt(4, rowsMax);
      List<FactRow> rows = new ArrayList<>();
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          rows.add(row(found));
        }
      }
      return rows;
    }
  }

  /** The newest facts, oldest of them first. */
  List<RecentFact> last(int factsMax) throws SQLException {
    return JournalView.last(connection, factsMax);
  }

  /** The highest place from {@code from} to {@code to}, both included. */
  OptionalLong lastPlace(long from, long to) throws SQLException {
    return optional("SELECT max(place) FROM fact WHERE place >= ? AND place <= ?", from, to);
  }

  void delete(long from, long to) throws SQLException {
    update("DELETE FROM fact WHERE place >= ? AND place < ?", from, to);
  }

  /**
   * All journals of this card; their watermarks as they were last kept.
   *
   * @throws JournalDamage when the rows are not in an order this program wrote
   */
  List<Book> books() throws SQLException, JournalDamage {
    List<Book> books = new ArrayList<>();
    long from = 0;
    while (true) {
      OptionalLong first = optional("SELECT min(place) FROM fact WHERE place >= ?", from);
      if (first.isEmpty()) {
        return books;
      }
      int number = FactRow.number(first.getAsLong());
      if (number < 1 || number > FactRow.NUMBER_MAX || first.getAsLong() < from) {
        throw new JournalDamage("its rows have places no journal gives");
      }
      from = FactRow.place(number + 1, 0);
      books.add(book(number, first.getAsLong(), from - 1));
    }
  }

  private Book book(int number, long firstPlace, long lastPossible)
      throws SQLException, JournalDamage {
    FactRow first = rowAt(firstPlace);
    FactRow last = rowAt(lastPlace(firstPlace, lastPossible).orElse(firstPlace));
    long next = next(first, last);
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT id, first, acknowledged FROM journal WHERE number=?")) {
      statement.setInt(1, number);
      try (ResultSet found = statement.executeQuery()) {
        if (found.next()) {
          long held = Math.clamp(found.getLong(2), 1, next);
          long watermark = Math.clamp(found.getLong(3), 1, next);
          return new Book(number, id(first, last), held, next, watermark);
        }
      }
    }
    long held = first.sequence();
    return new Book(number, id(first, last), held, next, held);
  }

  /**
   * The journal's id as a row with a checksum tells it. The list of journals has none: a bit
   * flipped there would send facts a second time, as another journal's.
   */
  private static JournalId id(FactRow first, FactRow last) throws JournalDamage {
    if (first.isSound()) {
      return first.journalId();
    }
    if (last.isSound()) {
      return last.journalId();
    }
    throw new JournalDamage("neither end of a journal says which journal it is");
  }

  /**
   * The number after the last row's. A damaged row is believed to stand where it stands only if the
   * row before it ends there: its place may be what is damaged.
   */
  private long next(FactRow first, FactRow last) throws SQLException, JournalDamage {
    if (last.isSound()) {
      return last.next();
    }
    OptionalLong before = lastPlace(first.place(), last.place() - 1);
    boolean follows = before.isPresent() && rowAt(before.getAsLong()).next() == last.sequence();
    if (!follows) {
      throw new JournalDamage("the last row of a journal is damaged, and where it stands");
    }
    return last.sequence() + 1;
  }

  private FactRow rowAt(long place) throws SQLException, JournalDamage {
    List<FactRow> rows = rows(place, place + 1, 1);
    if (rows.isEmpty()) {
      throw new JournalDamage("a row is listed but not there");
    }
    return rows.getFirst();
  }

  void save(Book book) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT OR REPLACE INTO journal (number, id, first, acknowledged) VALUES (?,?,?,?)")) {
      statement.setInt(1, book.number());
      statement.setBytes(2, HexFormat.of().parseHex(book.id().value()));
      statement.setLong(3, book.first());
      statement.setLong(4, book.watermark());
      statement.executeUpdate();
    }
  }

  void forget(Book book) throws SQLException {
    update("DELETE FROM journal WHERE number = ?", book.number());
  }

  /** Notes that at this trusted wall time all rows below the place had been written. */
  void mark(long wallMs, long place) throws SQLException {
    update("DELETE FROM mark WHERE wall_ms > ?", wallMs);
    update("INSERT OR REPLACE INTO mark (wall_ms, place) VALUES (?,?)", wallMs, place);
  }

  OptionalLong lastMark() throws SQLException {
    return optional("SELECT max(wall_ms) FROM mark");
  }

  /** Everything below this place was written at or before the wall time. */
  OptionalLong placeAt(long wallMs) throws SQLException {
    return optional("SELECT max(place) FROM mark WHERE wall_ms <= ?", wallMs);
  }

  void forgetMarksBelow(long place) throws SQLException {
    update("DELETE FROM mark WHERE place < ?", place);
  }

  /** Bytes of the file that hold something. */
  long usedBytes() throws SQLException {
    long pages = number(connection, "PRAGMA page_count");
    return (pages - number(connection, "PRAGMA freelist_count")) * PAGE_BYTES;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  static FactRow row(ResultSet found) throws SQLException {
    return new FactRow(
        found.getLong(1),
        bytes(found, 2),
        found.getLong(3),
        found.getInt(4),
        bytes(found, 5),
        found.getLong(6));
  }

  private static byte[] bytes(ResultSet found, int column) throws SQLException {
    byte @Nullable [] bytes = found.getBytes(column);
    return bytes == null ? new byte[0] : bytes;
  }

  private OptionalLong optional(String sql, long... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      try (ResultSet found = statement.executeQuery()) {
        found.next();
        long value = found.getLong(1);
        return found.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
      }
    }
  }

  private void update(String sql, long... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      statement.executeUpdate();
    }
  }

  private static void bind(PreparedStatement statement, long... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setLong(i + 1, values[i]);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      found.next();
      return found.getLong(1);
    }
  }

  private static void closeQuietly(Connection connection, Exception because) {
    try {
      connection.close();
    } catch (SQLException alsoFailed) {
      because.addSuppressed(alsoFailed);
    }
  }
}
