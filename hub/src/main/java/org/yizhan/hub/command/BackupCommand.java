package org.yizhan.hub.command;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub backup FILE}: a consistent copy of a hub that goes on working meanwhile. */
@Command(name = "backup")
final class BackupCommand implements Runnable {
  @Mixin private HubOptions options;

  @Parameters(paramLabel = "FILE", descriptionKey = "backup-file")
  private Path file;

  @Option(names = "--force", descriptionKey = "backup-force")
  private boolean force;

  @Override
  public void run() {
    if (Files.exists(file) && !force) {
      throw new CommandException(
          file + " exists already: give the backup a new name, or --force to replace it");
    }
    try (OpenHub hub = options.open()) {
      Path copy = freeName(file);
      try {
        hub.database().backUpTo(copy);
        BackupFile.write(file, copy, hub.folder().authority());
      } finally {
        delete(copy);
      }
      long bytes = Files.size(file);
      options.answer(
          new JsonObject().put("backup", file.toAbsolutePath().toString()).put("bytes", bytes),
          file
              + " holds the hub as it was now, its private keys included ("
              + bytes
              + " bytes): keep it where only you can read it.");
    } catch (IOException e) {
      throw new CommandException("the backup " + file + " cannot be looked at again", e);
    }
  }

  private static Path freeName(Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path folder = absolute.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new CommandException("there is no folder " + folder + " for the backup: make it first");
    }
    Path copy = absolute.resolveSibling(absolute.getFileName() + ".db");
    Files.deleteIfExists(copy);
    return copy;
  }

  private static void delete(Path copy) throws IOException {
    Files.deleteIfExists(copy);
    Files.deleteIfExists(copy.resolveSibling(copy.getFileName() + ".partial"));
  }
}
