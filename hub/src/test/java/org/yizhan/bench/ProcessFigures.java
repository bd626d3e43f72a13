package org.yizhan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the kernel counts for one process, from proc(5). */
record ProcessFigures(long pid) {
  private static final double KIB_PER_MB = 1_000_000 / 1024.0;

  /** USER_HZ, the unit of utime and stime; the same on every Linux that runs Java. */
  private static final double TICKS_PER_SECOND = 100;

  /** utime and stime are the fields 14 and 15; the first two end with the name's bracket. */
  private static final int UTIME_AFTER_NAME = 11;

  /** Resident memory in megabytes. */
  double residentMb() {
    return statusKib("VmRSS:") / KIB_PER_MB;
  }

  /** The part of it that is no file's content: heap, stacks, metadata, compiled code. */
  double anonymousMb() {
    return statusKib("RssAnon:") / KIB_PER_MB;
  }

  /** Seconds of a core used so far, in the program and in the kernel for it. */
  double cpuSeconds() {
    String stat = read("stat");
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    long ticks =
        Long.parseLong(fields[UTIME_AFTER_NAME]) + Long.parseLong(fields[UTIME_AFTER_NAME + 1]);
    return ticks / TICKS_PER_SECOND;
  }

  /** Bytes that the process made the kernel send to the storage layer. */
  long writtenBytes() {
    return number(read("io").lines().toList(), "write_bytes:");
  }

  private long statusKib(String key) {
    return number(read("status").lines().toList(), key);
  }

  private long number(List<String> lines, String key) {
    return lines.stream()
        .filter(line -> line.startsWith(key))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow(() -> new BenchException("/proc/" + pid + " says nothing of " + key));
  }

  private String read(String file) {
    try {
      return Files.readString(Path.of("/proc/" + pid + "/" + file));
    } catch (IOException e) {
      throw new BenchException("/proc/" + pid + "/" + file + " cannot be read: needs Linux", e);
    }
  }
}
