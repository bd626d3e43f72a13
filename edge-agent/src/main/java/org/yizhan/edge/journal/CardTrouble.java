package org.yizhan.edge.journal;

import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** Says what is wrong with the card in a sentence an operator can act on. */
final class CardTrouble {
  private CardTrouble() {}

  static String explain(Path folder, Exception failure) {
    return "The journal in "
        + folder
        + " cannot be written ("
        + failure.getMessage()
        + "). Facts are kept in memory meanwhile; "
        + remedy(failure)
        + '.';
  }

  private static String remedy(Exception failure) {
    if (failure instanceof AccessDeniedException
        || failure instanceof ReadOnlyFileSystemException) {
      return "make the folder writable for the agent";
    }
    if (!(failure instanceof SQLException sql)) {
      return "check the card";
    }
    int primary = sql.getErrorCode() & 0xFF;
    if (primary == SQLiteErrorCode.SQLITE_FULL.code) {
      return "free space on the card";
    }
    if (primary == SQLiteErrorCode.SQLITE_BUSY.code
        || primary == SQLiteErrorCode.SQLITE_LOCKED.code) {
      return "another agent is using it: stop one of the two";
    }
    if (primary == SQLiteErrorCode.SQLITE_READONLY.code
        || primary == SQLiteErrorCode.SQLITE_CANTOPEN.code
        || primary == SQLiteErrorCode.SQLITE_PERM.code) {
      return "make the folder writable for the agent";
    }
    return "check the card";
  }
}
