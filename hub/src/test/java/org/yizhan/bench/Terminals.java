package org.yizhan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Two pseudo-terminals joined by socat: what is written to one is read from the other. */
record Terminals(Path near, Path far, Process socat) implements AutoCloseable {
  private static final Path SOCAT = Path.of("/usr/bin/socat");
  private static final Duration MADE_WITHIN = Duration.ofSeconds(10);

  static Terminals open(Path folder) throws IOException {
    if (!Files.isExecutable(SOCAT)) {
      throw new BenchException("no pseudo-terminal without socat (Debian: apt-get install socat)");
    }
    Path near = folder.resolve("near");
    Path far = folder.resolve("far");
    Process socat =
        new ProcessBuilder(
                SOCAT.toString(), "pty,raw,echo=0,link=" + near, "pty,raw,echo=0,link=" + far)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    long deadline = System.nanoTime() + MADE_WITHIN.toNanos();
    while (!Files.exists(near) || !Files.exists(far)) {
      if (System.nanoTime() > deadline) {
        socat.destroyForcibly();
        throw new BenchException("socat makes no terminals");
      }
      Waiting.pause(Duration.ofMillis(5));
    }
    return new Terminals(near.toRealPath(), far.toRealPath(), socat);
  }

  @Override
  public void close() {
    socat.destroy();
    try {
      if (!socat.waitFor(5, TimeUnit.SECONDS)) {
        socat.destroyForcibly();
      }
    } catch (InterruptedException e) {
      socat.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
