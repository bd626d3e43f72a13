package org.yizhan.edge.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.yizhan.wire.Entry;
import org.yizhan.wire.Sequence;

/** Looks into a card's journal without writing a byte: for a station whose agent does not run. */
public final class JournalView {
  private JournalView() {}

  /** Why there is nothing to show; the message says what to do. */
  public static final class Unseen extends Exception {
    private static final long serialVersionUID = 1;

    Unseen(String message) {
      super(message);
    }
  }

  /**
   * The newest facts, oldest of them first. Rows whose checksum is wrong are left out.
   *
   * @param folder the journal's folder
   * @throws Unseen when there is no journal, an agent holds it, or it is damaged
   */
  public static List<RecentFact> last(Path folder, int factsMax) throws Unseen {
    Path file = folder.resolve(SqliteJournal.FILE_NAME);
    if (!Files.exists(file)) {
      throw new Unseen("There is no journal in " + folder + ": no agent has run here yet.");
    }
    var config = new SQLiteConfig();
    config.setReadOnly(true);
    try (Connection connection = config.createConnection("jdbc:sqlite:" + file)) {
      return last(connection, factsMax);
    } catch (SQLException failure) {
      boolean held = failure.getErrorCode() == SQLiteErrorCode.SQLITE_BUSY.code;
      throw new Unseen(
          held
              ? "A running agent holds the journal " + file + " but does not answer; try again."
              : "The journal " + file + " cannot be read: " + failure.getMessage());
    }
  }

  static List<RecentFact> last(Connection connection, int factsMax) throws SQLException {
    List<RecentFact> newest = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT place, journal, numbers, worth, entry, checksum FROM fact"
                + " ORDER BY place DESC LIMIT ?")) {
      statement.setInt(1, Math.clamp(factsMax, 0, RecentFact.FACTS_MAX));
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          FactRow row = JournalFile.row(found);
          row.read().ifPresent(entry -> newest.add(recent(row, entry)));
        }
      }
    }
    Collections.reverse(newest);
    return newest;
  }

  private static RecentFact recent(FactRow row, Entry entry) {
    return new RecentFact(row.journalId(), new Sequence(row.sequence()), entry);
  }
}
