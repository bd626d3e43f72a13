package org.yizhan.hub.command;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.yizhan.hub.identity.Authority;
import org.yizhan.hub.store.sqlite.HubDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code hub restore FILE}: puts a backup in the place of the hub's database and keys. What was
 * there is kept aside, never deleted. The stations then send again what the backup lacks.
 */
@Command(name = "restore")
final class RestoreCommand implements Runnable {
  private static final List<String> HUB_FILES =
      List.of("hub.db", "hub.db-wal", "hub.db-shm", "authority");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  @Mixin private HubOptions options;

  @Parameters(paramLabel = "FILE", descriptionKey = "backup-file")
  private Path file;

  @Option(names = "--force", descriptionKey = "restore-force")
  private boolean force;

  @Override
  public void run() {
    if (!Files.isRegularFile(file)) {
      throw new CommandException("there is no backup " + file + ": check the path");
    }
    HubFolder folder = options.folder();
    folder.make();
    folder.alone(() -> restoreInto(folder));
  }

  private void restoreInto(HubFolder folder) {
    boolean replaces = HUB_FILES.stream().anyMatch(name -> Files.exists(at(folder, name)));
    if (replaces && !force) {
      throw new CommandException(
          folder.path()
              + " holds a hub already: --force puts it aside and the backup in its place");
    }
    try {
      Path fresh = Files.createTempDirectory(folder.path(), "restoring-");
      try {
        BackupFile.unpack(file, fresh);
        check(fresh);
        Path aside =
            folder.path().resolve("replaced-" + STAMP.format(InstantSource.system().instant()));
        if (replaces) {
          putAside(folder, aside);
        }
        for (String name : List.of("authority", "hub.db")) {
          Files.move(fresh.resolve(name), at(folder, name));
        }
        answer(folder, aside, replaces);
      } finally {
        Folders.deleteTree(fresh);
      }
    } catch (IOException e) {
      throw new CommandException(
          "the backup cannot be put into " + folder.path() + ": " + e.getMessage(), e);
    }
  }

  /** Opens what was unpacked as a hub would, before anything is replaced. */
  private static void check(Path fresh) {
    Authority.open(fresh.resolve("authority"), InstantSource.system(), new SecureRandom());
    try (HubDatabase database = HubDatabase.open(fresh.resolve("hub.db"))) {
      String found =
          database
              .reader()
              .withHandle(
                  handle -> handle.createQuery("PRAGMA quick_check(1)").mapTo(String.class).one());
      if (!found.equals("ok")) {
        throw new CommandException(
            "the backup's database is damaged (" + found + "): take another");
      }
    }
  }

  private static void putAside(HubFolder folder, Path aside) throws IOException {
    Files.createDirectory(aside);
    for (String name : HUB_FILES) {
      if (Files.exists(at(folder, name))) {
        Files.move(at(folder, name), aside.resolve(name));
      }
    }
  }

  private void answer(HubFolder folder, Path aside, boolean replaces) {
    JsonObject object = new JsonObject().put("restored", folder.path().toString());
    if (replaces) {
      object.put("replaced", aside.toString());
    }
    options.answer(
        object,
        folder.path()
            + " is the hub of the backup again"
            + (replaces ? "; what was there is in " + aside : "")
            + ". Start it: the stations send what the backup lacks.");
  }

  private static Path at(HubFolder folder, String name) {
    return folder.path().resolve(name);
  }
}
