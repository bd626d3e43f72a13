package org.yizhan.hub.meters;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.IntSupplier;

/** What the hub counts about telling people; safe from any thread. */
public final class NoticeMeters {
  private final MeterRegistry registry;

  public NoticeMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Notices and messages that wait; asked at each scrape. */
  public void watchQueue(IntSupplier waiting) {
    Gauge.builder("yizhan.notices.waiting", waiting, IntSupplier::getAsInt)
        .description("Notices and messages that wait to be sent")
        .strongReference(true)
        .register(registry);
  }

  /** A message arrived; {@code kind} is one of the six kinds of channel. */
  public void sent(String kind) {
    messages(kind, "sent");
  }

  /** A try failed; the message is tried again. */
  public void failed(String kind) {
    messages(kind, "failed");
  }

  /** A message will not be tried any more. */
  public void givenUp(String kind) {
    messages(kind, "given_up");
  }

  private void messages(String kind, String outcome) {
    Counter.builder("yizhan.notices.messages")
        .description("Tries to send a message, by kind of channel and outcome")
        .tag("channel", kind)
        .tag("outcome", outcome)
        .register(registry)
        .increment();
  }
}
