package org.yizhan.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Carries messages one way: drops, repeats, delays and reorders them, by its seed. */
final class Network<M> {
  private static final int IN_FLIGHT_MAX = 64;

  private record Travelling<M>(long arrivesMs, M message) {}

  private final RandomGenerator random;
  private final List<Travelling<M>> travelling = new ArrayList<>();

  Network(RandomGenerator random) {
    this.random = random;
  }

  /** Sends in foul weather: one in eight is lost, one in eight comes twice, any may be late. */
  void send(long nowMs, M message, boolean foul) {
    if (travelling.size() >= IN_FLIGHT_MAX || (foul && random.nextInt(8) == 0)) {
      return;
    }
    travelling.add(new Travelling<>(nowMs + delayMs(foul), message));
    if (foul && random.nextInt(8) == 0) {
      travelling.add(new Travelling<>(nowMs + delayMs(true) * 3, message));
    }
  }

  private long delayMs(boolean foul) {
    return foul && random.nextInt(6) == 0 ? random.nextLong(40_000) : random.nextLong(5, 400);
  }

  /** What has arrived by now, in the order of arrival. */
  List<M> arrivedBy(long nowMs) {
    List<Travelling<M>> due =
        travelling.stream()
            .filter(one -> one.arrivesMs() <= nowMs)
            .sorted((a, b) -> Long.compare(a.arrivesMs(), b.arrivesMs()))
            .toList();
    travelling.removeAll(due);
    return due.stream().map(Travelling::message).toList();
  }

  /** The connection broke: what travelled is gone. */
  void cut() {
    travelling.clear();
  }
}
