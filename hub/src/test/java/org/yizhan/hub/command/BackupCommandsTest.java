package org.yizhan.hub.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.hub.command.Terminal.Said;

class BackupCommandsTest {
  private static final Path SAMPLE =
      Path.of(System.getProperty("yizhan.root", ".."), "firmware-config/stations/kiosk-24h.yaml");

  @TempDir Path folder;
  @TempDir Path elsewhere;
  private Terminal terminal;
  private Path backup;

  @BeforeEach
  void open() {
    terminal = Terminal.withHub(folder);
    backup = elsewhere.resolve("hub.backup");
  }

  @Test
  void a_restored_hub_has_the_stations_the_passes_and_the_keys_of_the_backed_up_one()
      throws Exception {
    terminal.hub(
        "station",
        "add",
        "--profile",
        SAMPLE.toString(),
        "--bundle",
        elsewhere.resolve("bundle").toString());
    terminal.hub("pass", "issue");
    Said said = terminal.hub("backup", backup.toString());
    assertThat(said.err()).isEmpty();
    Terminal restored = new Terminal(elsewhere.resolve("restored"));

    Said back = restored.hub("restore", backup.toString());

    assertThat(back.err()).isEmpty();
    assertThat(restored.hub("station", "list").out()).contains("lc-dongchang-01");
    for (String name : new String[] {"ca.key", "ca.crt", "pass-issuer.key"}) {
      assertThat(restored.data().resolve("authority").resolve(name))
          .hasSameBinaryContentAs(folder.resolve("authority").resolve(name));
    }
    assertThat(permissions(backup)).isEqualTo("rw-------");
    assertThat(permissions(restored.data().resolve("authority/ca.key"))).isEqualTo("rw-------");
  }

  @Test
  void a_backup_taken_while_the_hub_writes_is_whole() throws Exception {
    AtomicBoolean enough = new AtomicBoolean();
    CountDownLatch writing = new CountDownLatch(1);
    try (ExecutorService writer = Executors.newSingleThreadExecutor();
        OpenHub hub = OpenHub.of(new HubFolder(folder))) {
      Future<Integer> written =
          writer.submit(
              () -> {
                int passes = 0;
                while (!enough.get() && passes < 5_000) {
                  hub.passes().issue(1);
                  passes++;
                  writing.countDown();
                }
                return passes;
              });
      writing.await();

      Said said = terminal.hub("backup", backup.toString());
      enough.set(true);

      assertThat(said.exit()).isZero();
      assertThat(written.get()).isPositive();
    }
    assertThat(new Terminal(elsewhere.resolve("restored")).hub("restore", backup.toString()).exit())
        .isZero();
  }

  @Test
  void a_hub_that_is_there_is_put_aside_only_when_forced() throws Exception {
    terminal.hub("backup", backup.toString());

    Said refused = terminal.hub("restore", backup.toString());
    Said forced = terminal.hub("restore", backup.toString(), "--force", "--json");

    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err()).contains("--force");
    assertThat(forced.exit()).isZero();
    Path aside = Path.of(forced.json().getString("replaced"));
    assertThat(aside.resolve("hub.db")).exists();
    assertThat(aside.resolve("authority/ca.key")).exists();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.startsWith("restoring-"));
    }
  }

  @Test
  void nothing_is_restored_under_a_running_hub() {
    terminal.hub("backup", backup.toString());
    HubFolder running = new HubFolder(folder);

    running.alone(
        () -> {
          Said said = terminal.hub("restore", backup.toString(), "--force");

          assertThat(said.exit()).isEqualTo(1);
          assertThat(said.err()).contains("another hub runs on");
        });
  }

  @Test
  void what_is_no_backup_is_refused_and_changes_nothing() throws Exception {
    Path noise = elsewhere.resolve("noise");
    Files.writeString(noise, "no zip at all");
    Path trap = elsewhere.resolve("trap");
    try (OutputStream out = Files.newOutputStream(trap);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("format"));
      zip.write("yizhan hub backup 1\n".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("../outside"));
      zip.write(1);
    }
    Path target = elsewhere.resolve("restored");

    assertThat(new Terminal(target).hub("restore", noise.toString()).err())
        .contains("is not a backup of a hub");
    assertThat(new Terminal(target).hub("restore", trap.toString()).err()).contains("../outside");

    assertThat(elsewhere.resolve("outside")).doesNotExist();
    assertThat(target.resolve("hub.db")).doesNotExist();
  }

  @Test
  void a_damaged_database_in_a_backup_is_found_before_anything_is_replaced() throws Exception {
    Path copy = elsewhere.resolve("copy.db");
    Files.writeString(copy, "not a database");
    BackupFile.write(backup, copy, folder.resolve("authority"));

    Said said = terminal.hub("restore", backup.toString(), "--force");

    assertThat(said.exit()).isEqualTo(1);
    assertThat(terminal.hub("station", "list").exit()).isZero();
  }

  @Test
  void a_backup_does_not_replace_a_file_unasked() throws Exception {
    Files.writeString(backup, "mine");

    assertThat(terminal.hub("backup", backup.toString()).err()).contains("--force");

    assertThat(backup).hasContent("mine");
  }

  private static String permissions(Path file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
