package org.yizhan.hub.store.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.yizhan.hub.store.StoreException;

/** Turns what can be wrong with a database file into one sentence for the operator. */
final class Opening {
  private Opening() {}

  /** Something that touches a database file. */
  @FunctionalInterface
  interface Step<R> {
    R run() throws SQLException;
  }

  static <R> R run(Path file, Step<R> step) {
    try {
      return step.run();
    } catch (SQLException e) {
      throw new StoreException("cannot open " + file + ": " + sentence(e), e);
    } catch (FlywayException e) {
      SQLException cause = sqlCause(e);
      throw new StoreException(
          "cannot bring the schema of "
              + file
              + " up to date: "
              + (cause == null ? firstLine(e) : sentence(cause)),
          e);
    }
  }

  private static String sentence(SQLException e) {
    if (!(e instanceof SQLiteException sqlite)) {
      return firstLine(e);
    }
    SQLiteErrorCode code = sqlite.getResultCode();
    return switch (code) {
      case SQLITE_NOTADB ->
          "it is not a SQLite database. Give --data a hub's folder, or put a backup in its place"
              + " with: hub restore FILE";
      case SQLITE_CORRUPT ->
          "the file is damaged. Keep it, and put a backup in its place with: hub restore FILE;"
              + " the stations then send again what the backup lacks";
      case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_READONLY, SQLITE_AUTH ->
          "this user may not read and write it there, or it is a folder. Give the hub's user the"
              + " folder and the file";
      case SQLITE_BUSY, SQLITE_LOCKED ->
          "another program holds it locked. Stop that program and try again";
      case SQLITE_FULL -> "the disk is full. Make room and try again";
      default ->
          code.name().startsWith("SQLITE_CORRUPT") || code.name().startsWith("SQLITE_IOERR")
              ? "the disk or the file is damaged ("
                  + code.name()
                  + "). Put a backup in its place with: hub restore FILE"
              : firstLine(e);
    };
  }

  private static @Nullable SQLException sqlCause(Throwable e) {
    Throwable cause = e;
    while (cause != null) {
      if (cause instanceof SQLiteException sqlite) {
        return sqlite;
      }
      cause = cause.getCause();
    }
    return null;
  }

  private static String firstLine(Throwable e) {
    String text = e.getMessage();
    return text == null ? e.getClass().getSimpleName() : text.lines().findFirst().orElse("");
  }
}
