package org.yizhan.hub.store.sqlite;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.flywaydb.core.Flyway;
import org.yizhan.hub.store.StoreException;

/**
 * Brings the schema up to date with Flyway. The file itself says which schema it has ({@code PRAGMA
 * user_version}) and whose it is ({@code PRAGMA application_id}): an up-to-date file is opened
 * without loading Flyway, which would take half of a small computer's start.
 */
final class Migrations {
  private static final String FOLDER = "db/migration";
  private static final Pattern NAME = Pattern.compile("V(\\d+)__\\w+\\.sql");

  /** "YiZh" in ASCII. */
  private static final int APPLICATION_ID = 0x59695A68;

  /** Held here because the logging system forgets loggers nobody holds. */
  private static final Logger FLYWAY_LOG = Logger.getLogger("org.flywaydb");

  private Migrations() {}

  static void bringUpToDate(Path file) throws SQLException {
    int newest = newestKnown();
    try (Connection connection = Connections.writing(file)) {
      Mark mark = Mark.read(connection);
      if (mark.tables() > 0 && mark.applicationId() != APPLICATION_ID) {
        throw new StoreException(
            file + " is a database, but not a hub's. Give --data a hub's folder");
      }
      if (mark.version() > newest) {
        throw new StoreException(
            file
                + " was written by a newer hub (schema "
                + mark.version()
                + ", this program knows "
                + newest
                + "). Start that hub's program, or restore a backup from before the upgrade");
      }
      if (mark.version() == newest) {
        return;
      }
      // marked as ours first, so that a crash on the way is continued, not refused
      execute(connection, "PRAGMA application_id = " + APPLICATION_ID);
    }
    migrate(file);
    try (Connection connection = Connections.writing(file)) {
      execute(connection, "PRAGMA user_version = " + newest);
    }
  }

  private static void migrate(Path file) {
    FLYWAY_LOG.setLevel(Level.WARNING);
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(Connections.url(file), null, null)
        .locations("classpath:" + FOLDER)
        .load()
        .migrate();
  }

  /** The highest number among this program's migrations, whether in a folder or in a jar. */
  static int newestKnown() {
    try {
      return names().stream()
          .map(NAME::matcher)
          .filter(Matcher::matches)
          .mapToInt(name -> Integer.parseInt(name.group(1)))
          .max()
          .orElseThrow(() -> new IllegalStateException("this program holds no migrations"));
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("cannot list this program's migrations", e);
    }
  }

  private static List<String> names() throws IOException, URISyntaxException {
    URL first = Migrations.class.getClassLoader().getResource(FOLDER + "/V2__facts.sql");
    if (first == null) {
      return List.of();
    }
    if (first.openConnection() instanceof JarURLConnection jar) {
      return jar.getJarFile().stream()
          .map(ZipEntry::getName)
          .filter(entry -> entry.startsWith(FOLDER + '/'))
          .map(entry -> entry.substring(FOLDER.length() + 1))
          .toList();
    }
    try (Stream<Path> files = Files.list(Path.of(first.toURI()).resolveSibling(""))) {
      return files.map(path -> path.getFileName().toString()).toList();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** What the file says of itself. */
  private record Mark(int applicationId, int version, int tables) {
    static Mark read(Connection connection) throws SQLException {
      return new Mark(
          number(connection, "PRAGMA application_id"),
          number(connection, "PRAGMA user_version"),
          number(connection, "SELECT count(*) FROM sqlite_schema"));
    }

    private static int number(Connection connection, String sql) throws SQLException {
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery(sql)) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}
