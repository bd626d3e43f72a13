package org.yizhan.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** How long this process has run, its start as the kernel saw it included. */
final class ProcessClock {
  /** USER_HZ of proc(5), the unit of a process's start. */
  private static final int TICKS_PER_SECOND = 100;

  /** Field 22; counted after the name, which ends with the second one's bracket. */
  private static final int START_AFTER_NAME = 19;

  private ProcessClock() {}

  /**
   * From proc(5) where there is one: {@link ProcessHandle} adds up whole seconds there and may be
   * one wrong.
   */
  static long ageMs() {
    try {
      String stat = Files.readString(Path.of("/proc/self/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      long startMs = Long.parseLong(fields[START_AFTER_NAME]) * 1_000 / TICKS_PER_SECOND;
      String[] up = Files.readString(Path.of("/proc/uptime")).split(" ", -1);
      return Math.max(0, Math.round(Double.parseDouble(up[0]) * 1_000) - startMs);
    } catch (IOException | RuntimeException notLinux) {
      return ProcessHandle.current()
          .info()
          .startInstant()
          .map(start -> Math.max(0, Duration.between(start, Instant.now()).toMillis()))
          .orElse(0L);
    }
  }
}
