package org.yizhan.edge.journal;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** The journal's file is not a sound journal: it must be set aside and salvaged. */
final class JournalDamage extends Exception {
  private static final long serialVersionUID = 1;

  JournalDamage(String message) {
    super(message);
  }

  /**
   * Whether this failure says that the file itself is broken, not merely that it cannot be used
   * now.
   */
  static boolean isDamage(SQLException failure) {
    int primary = failure.getErrorCode() & 0xFF;
    return primary == SQLiteErrorCode.SQLITE_CORRUPT.code
        || primary == SQLiteErrorCode.SQLITE_NOTADB.code
        || primary == SQLiteErrorCode.SQLITE_FORMAT.code;
  }
}
