package org.yizhan.edge.journal;

import org.yizhan.wire.JournalId;

/**
 * One journal on this card, as the index in memory knows it.
 *
 * @param number its place among the journals of this card, rising with every start
 * @param first the lowest number still held
 * @param next the number after the last durable one
 * @param watermark the hub holds everything below; may lie below {@code first} when a restored hub
 *     asked for what this card no longer has
 */
record Book(int number, JournalId id, long first, long next, long watermark) {
  Book {
    if (first < 1 || next < first || watermark < 1 || watermark > next) {
      throw new IllegalArgumentException("a journal holds first to next, and its mark lies within");
    }
  }

  long unacknowledged() {
    return next - watermark;
  }

  Book withNext(long durable) {
    return new Book(number, id, first, durable, watermark);
  }

  Book withFirst(long held) {
    return new Book(number, id, held, next, Math.max(watermark, 1));
  }

  Book withWatermark(long acknowledged) {
    return new Book(number, id, first, next, acknowledged);
  }
}
