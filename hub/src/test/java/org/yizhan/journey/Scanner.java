package org.yizhan.journey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/** A pseudo-terminal that a barcode scanner writes to, made by socat. */
final class Scanner implements AutoCloseable {
  private final Process socat;
  private final Path device;
  private final Path far;

  private Scanner(Process socat, Path device, Path far) {
    this.socat = socat;
    this.device = device;
    this.far = far;
  }

  static Scanner plugIn(Path folder) throws IOException {
    Path device = folder.resolve("scanner");
    Path far = folder.resolve("hand");
    Process socat =
        new ProcessBuilder("socat", "pty,raw,echo=0,link=" + device, "pty,raw,echo=0,link=" + far)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Program.await("socat makes its terminals", () -> Files.exists(device) && Files.exists(far));
    return new Scanner(socat, device.toRealPath(), far);
  }

  /** {@code /dev/pts/…}, as a profile names it. */
  Path device() {
    return device;
  }

  /** As a scanner does: the text and a carriage return. */
  void read(String text) throws IOException {
    Files.write(far, (text + "\r").getBytes(StandardCharsets.US_ASCII), StandardOpenOption.WRITE);
  }

  @Override
  public void close() {
    socat.destroy();
    socat.onExit().orTimeout(10, TimeUnit.SECONDS).join();
  }
}
