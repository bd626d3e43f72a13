package org.yizhan.edge.hardware.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;

/** Two pseudo-terminals joined by socat: what is written to one is read from the other. */
final class PtyPair {
  private static final Duration DEADLINE = Duration.ofSeconds(10);

  private final Path device;
  private final Path far;
  private final Process socat;

  private PtyPair(Path device, Path far, Process socat) {
    this.device = device;
    this.far = far;
    this.socat = socat;
  }

  static void assumeSocat() {
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/socat")),
        "no pseudo-terminal without socat (Debian: apt-get install socat)");
  }

  /** Appears at {@code folder/scanner}; the folder's earlier pair must be closed. */
  static PtyPair open(Path folder) throws IOException {
    Path device = folder.resolve("scanner");
    Path far = folder.resolve("far");
    Process socat =
        new ProcessBuilder(
                "/usr/bin/socat", "pty,raw,echo=0,link=" + device, "pty,raw,echo=0,link=" + far)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    long deadline = System.nanoTime() + DEADLINE.toNanos();
    while (!Files.exists(device) || !Files.exists(far)) {
      assertThat(System.nanoTime()).as("socat makes its terminals in time").isLessThan(deadline);
      LockSupport.parkNanos(2_000_000);
    }
    return new PtyPair(device, far, socat);
  }

  Path device() {
    return device;
  }

  void write(byte[] bytes) throws IOException {
    Files.write(far, bytes, StandardOpenOption.WRITE);
  }

  void write(String text) throws IOException {
    write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Both terminals vanish, as a USB scanner's does. */
  void vanish() throws InterruptedException, IOException {
    socat.destroy();
    assertThat(socat.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    Files.deleteIfExists(device);
    Files.deleteIfExists(far);
  }
}
