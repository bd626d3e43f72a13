package org.yizhan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the kernel has counted for a process (Linux, proc(5)). */
final class KernelCount {
  /** Ticks of the processor times in {@code /proc/PID/stat}: 100 a second on every Linux. */
  private static final double TICKS_PER_SECOND = 100;

  private static final int UTIME_AFTER_NAME = 11;

  private final Path folder;

  KernelCount(long pid) {
    this.folder = Path.of("/proc", Long.toString(pid));
  }

  /** Processor time used until now, of all its threads, seconds. */
  double processorSeconds() {
    String stat = read("stat");
    // the name, in parentheses, may hold anything
    List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
    return (Long.parseLong(fields.get(UTIME_AFTER_NAME))
            + Long.parseLong(fields.get(UTIME_AFTER_NAME + 1)))
        / TICKS_PER_SECOND;
  }

  /** A figure of {@code /proc/PID/status}, such as {@code VmRSS}, in MB (10⁶ bytes). */
  double megabytes(String field) {
    return figure("status", field) * 1024 / 1e6;
  }

  /** Bytes it caused to be sent to the disk. */
  long bytesWritten() {
    return figure("io", "write_bytes");
  }

  private long figure(String file, String field) {
    List<String> lines = read(file).lines().toList();
    for (String line : lines) {
      if (line.startsWith(field + ":")) {
        return Long.parseLong(line.substring(field.length() + 1).replace("kB", "").strip());
      }
    }
    throw new BenchException(folder.resolve(file) + " does not say " + field);
  }

  private String read(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new BenchException(
          folder.resolve(file) + " cannot be read: measure on Linux, as the same user", e);
    }
  }
}
