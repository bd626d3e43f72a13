package org.yizhan.hub.store.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.yizhan.hub.store.StoreException;

/** A consistent copy beside a living database, by {@code VACUUM INTO}. */
final class Backup {
  private Backup() {}

  /** The copy appears under its name only when it is complete and on the disk. */
  static void run(Path file, Path copy) {
    if (Files.exists(copy)) {
      throw new StoreException(copy + " exists already; give the backup a new name");
    }
    Path partial = copy.resolveSibling(copy.getFileName() + ".partial");
    try {
      Files.deleteIfExists(partial);
      try (Connection connection = Connections.reading(file);
          PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
        connection.createStatement().execute("PRAGMA query_only = OFF");
        vacuum.setString(1, partial.toAbsolutePath().toString());
        vacuum.execute();
      }
      try (FileChannel written = FileChannel.open(partial, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      Files.move(partial, copy, StandardCopyOption.ATOMIC_MOVE);
    } catch (SQLException | IOException e) {
      throw new StoreException(
          "cannot write the backup "
              + copy
              + " ("
              + e.getMessage()
              + "); is there room, and may this user write there?",
          e);
    }
  }
}
