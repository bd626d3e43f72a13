package org.yizhan.edge.journal;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.yizhan.wire.Entry;
import org.yizhan.wire.Fact.Missing;
import org.yizhan.wire.JournalId;
import org.yizhan.wire.WireCodec;
import org.yizhan.wire.WireException;

/**
 * One entry as a row of the journal's file. A row says by itself which journal it belongs to, so
 * that it can be salvaged from a damaged file, and carries a CRC32C over all its columns.
 *
 * @param place the number of the journal on this card times 2⁴⁰ plus the sequence number: rows are
 *     appended at the end of one tree, which writes the fewest pages
 * @param journal the 16 bytes of the journal's id
 * @param numbers how many sequence numbers the row fills
 * @param worth {@link Worth#code()}, or {@link #GAP}
 * @param entry compact JSON as {@code WireCodec.writeEntry} makes it
 */
@SuppressWarnings("ArrayRecordComponent") // read once, compared never
record FactRow(long place, byte[] journal, long numbers, int worth, byte[] entry, long checksum) {
  static final int GAP = 9;
  static final int JOURNAL_BYTES = 16;

  /** Journals of one card: a start every minute for ten years and more. */
  static final int NUMBER_MAX = (1 << 23) - 1;

  private static final int SEQUENCE_BITS = 40;
  private static final long SEQUENCE_MAX = (1L << SEQUENCE_BITS) - 1;

  static long place(int number, long sequence) {
    return ((long) number << SEQUENCE_BITS) | Math.min(sequence, SEQUENCE_MAX);
  }

  static int number(long place) {
    return (int) (place >> SEQUENCE_BITS);
  }

  static long sequence(long place) {
    return place & SEQUENCE_MAX;
  }

  static FactRow of(int number, JournalId journal, long sequence, Entry entry) {
    int worth = entry.fact() instanceof Missing ? GAP : Worth.of(entry.fact()).code();
    long place = place(number, sequence);
    byte[] id = HexFormat.of().parseHex(journal.value());
    byte[] json = WireCodec.writeEntry(entry);
    long checksum = checksum(place, id, entry.numbers(), worth, json);
    return new FactRow(place, id, entry.numbers(), worth, json, checksum);
  }

  long sequence() {
    return sequence(place);
  }

  long next() {
    return sequence() + numbers;
  }

  boolean isGap() {
    return worth == GAP;
  }

  JournalId journalId() {
    return new JournalId(HexFormat.of().formatHex(journal));
  }

  /** Whether the card gave back what was written. */
  boolean isSound() {
    return journal.length == JOURNAL_BYTES
        && numbers >= 1
        && checksum == checksum(place, journal, numbers, worth, entry);
  }

  /** The entry, or empty when the row is not sound. */
  Optional<Entry> read() {
    if (!isSound()) {
      return Optional.empty();
    }
    try {
      return Optional.of(WireCodec.readEntry(entry));
    } catch (WireException unreadable) {
      return Optional.empty();
    }
  }

  private static long checksum(long place, byte[] journal, long numbers, int worth, byte[] entry) {
    var crc = new CRC32C();
    crc.update(ByteBuffer.allocate(20).putLong(place).putLong(numbers).putInt(worth).flip());
    crc.update(journal);
    crc.update(entry);
    return crc.getValue();
  }
}
