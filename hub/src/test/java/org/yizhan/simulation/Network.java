package org.yizhan.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Carries messages one way: drops, repeats, delays and reorders them, by its seed. */
final class Network<M> {
  private static final int IN_FLIGHT_MAX = 64;

  private record Travelling<M>(long number, long arrivesMs, M message) {}

  private final RandomGenerator random;
  private final Faults faults;
  private final List<Travelling<M>> travelling = new ArrayList<>();
  private long sent;
  private long newestArrived;

  Network(RandomGenerator random, Faults faults) {
    this.random = random;
    this.faults = faults;
  }

  /** Sends in foul weather: one in eight is lost, one in eight comes twice, any may be late. */
  void send(long nowMs, M message, boolean foul) {
    if (travelling.size() >= IN_FLIGHT_MAX || (foul && random.nextInt(8) == 0)) {
      faults.count(Faults.Kind.MESSAGE_LOST);
      return;
    }
    sent++;
    travelling.add(new Travelling<>(sent, nowMs + delayMs(foul), message));
    if (foul && random.nextInt(8) == 0) {
      faults.count(Faults.Kind.MESSAGE_REPEATED);
      travelling.add(new Travelling<>(sent, nowMs + delayMs(true) * 3, message));
    }
  }

  private long delayMs(boolean foul) {
    return foul && random.nextInt(6) == 0 ? random.nextLong(40_000) : random.nextLong(5, 400);
  }

  /** What has arrived by now, in the order of arrival. */
  List<M> arrivedBy(long nowMs) {
    if (travelling.isEmpty()) {
      return List.of();
    }
    List<Travelling<M>> due =
        travelling.stream()
            .filter(one -> one.arrivesMs() <= nowMs)
            .sorted((a, b) -> Long.compare(a.arrivesMs(), b.arrivesMs()))
            .toList();
    travelling.removeAll(due);
    for (Travelling<M> one : due) {
      if (one.number() < newestArrived) {
        faults.count(Faults.Kind.MESSAGE_OVERTAKEN);
      }
      newestArrived = Math.max(newestArrived, one.number());
    }
    return due.stream().map(Travelling::message).toList();
  }

  /** The connection broke: what travelled is gone. */
  void cut() {
    travelling.clear();
  }
}
