package org.yizhan.hub.meters;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** What the hub counts about facts and connections; safe from any thread. */
public final class HubMeters {
  private final MeterRegistry registry;
  private final Counter accepted;
  private final Counter facts;
  private final Counter duplicates;
  private final Counter gaps;
  private final Counter rejected;
  private final Counter turnedAway;
  private final Counter failures;
  private final Timer commits;
  private final AtomicInteger connected = new AtomicInteger();

  public HubMeters(MeterRegistry registry) {
    this.registry = registry;
    accepted = envelopes("accepted");
    duplicates = envelopes("duplicate");
    gaps = envelopes("gap");
    rejected = envelopes("rejected");
    turnedAway = envelopes("turned_away");
    facts =
        Counter.builder("yizhan.hub.facts")
            .description("Sequence numbers made durable, each once")
            .register(registry);
    failures =
        Counter.builder("yizhan.hub.commit.failures")
            .description("Commits that failed; stations send again")
            .register(registry);
    commits =
        Timer.builder("yizhan.hub.commit")
            .description("Time of one commit: judging, keeping, folding and syncing a group")
            .register(registry);
    Gauge.builder("yizhan.hub.stations.connected", connected, AtomicInteger::get)
        .description("Stations connected now")
        .register(registry);
  }

  private Counter envelopes(String verdict) {
    return Counter.builder("yizhan.hub.envelopes")
        .description("Envelopes by what became of them")
        .tag("verdict", verdict)
        .register(registry);
  }

  /** A gauge of how many messages wait for the writer. */
  public void watchQueue(IntSupplier waiting) {
    Gauge.builder("yizhan.hub.inflow.waiting", waiting, IntSupplier::getAsInt)
        .description("Messages waiting for the writer")
        .register(registry);
  }

  /** One envelope continued its journal by so many sequence numbers. */
  public void accepted(long numbers) {
    accepted.increment();
    facts.increment((double) numbers);
  }

  public void duplicate() {
    duplicates.increment();
  }

  public void gap() {
    gaps.increment();
  }

  public void rejected() {
    rejected.increment();
  }

  /** An envelope found the queue full. */
  public void turnedAway() {
    turnedAway.increment();
  }

  public void committed(Duration took) {
    commits.record(took);
  }

  public void commitFailed() {
    failures.increment();
  }

  public void stationConnected() {
    connected.incrementAndGet();
  }

  public void stationGone() {
    connected.decrementAndGet();
  }

  /** A client was cut off or kept out; {@code reason} is one of a few fixed words. */
  public void cutOff(String reason) {
    Counter.builder("yizhan.hub.clients.cut.off")
        .description("Clients cut off or kept out, by reason")
        .tag("reason", reason)
        .register(registry)
        .increment();
  }
}
