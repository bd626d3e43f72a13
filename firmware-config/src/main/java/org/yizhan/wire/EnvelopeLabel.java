package org.yizhan.wire;

/**
 * What an envelope's MQTT user properties say of it, so that even an unreadable body has a range:
 * properties {@code journal}, {@code first}, {@code count} (sequence numbers, gaps included) and
 * {@code attempt} (from 1, one more for every sending on this connection).
 */
public record EnvelopeLabel(JournalId journal, Sequence first, long count, long attempt) {
  public EnvelopeLabel {
    if (count < 1 || attempt < 1) {
      throw new IllegalArgumentException("count and attempt are at least 1");
    }
    first.plus(count);
  }

  public Sequence next() {
    return first.plus(count);
  }
}
