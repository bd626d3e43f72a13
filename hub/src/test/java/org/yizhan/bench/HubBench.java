package org.yizhan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.yizhan.hub.demo.Programs;

/**
 * A hub with a gigabyte of history: from the start of its process until it says that stations may
 * connect and its pages answer, and what it holds in memory when nothing happens.
 */
final class HubBench {
  private static final long HISTORY_BYTES = 1_000_000_000;
  private static final int STARTS = 5;
  private static final Duration IDLE = Duration.ofSeconds(20);

  private final Programs programs;

  HubBench(Programs programs) {
    this.programs = programs;
  }

  List<Figure> run(Scratch scratch) {
    try (BenchHub first = BenchHub.start(programs, scratch.folder())) {
      scratch.say("a first start makes the hub's authority: " + first.address());
    }
    Path file = scratch.folder().resolve("hub/hub.db");
    scratch.say("writing a gigabyte of history");
    long facts = History.write(file, HISTORY_BYTES);
    List<Double> ready = new ArrayList<>();
    double resident = 0;
    for (int start = 1; start <= STARTS; start++) {
      long begun = System.nanoTime();
      try (BenchHub hub = BenchHub.start(programs, scratch.folder())) {
        hub.requireHealthy();
        ready.add((System.nanoTime() - begun) / 1e9);
        if (start == STARTS) {
          Waiting.pause(IDLE);
          resident = new KernelCount(hub.process().pid()).megabytes("VmRSS");
        }
      }
    }
    Collections.sort(ready);
    return List.of(
        Figure.of("hub-history", size(file), "MB"),
        Figure.of("hub-history-facts", (double) facts, "facts"),
        Figure.of("hub-ready-median-of-5", ready.get(STARTS / 2), "s"),
        Figure.of("hub-ready-worst-of-5", ready.getLast(), "s"),
        Figure.of("hub-resident-idle", resident, "MB"));
  }

  private static double size(Path file) {
    try {
      return Files.size(file) / 1e6;
    } catch (IOException e) {
      throw new BenchException(file + " cannot be read", e);
    }
  }
}
