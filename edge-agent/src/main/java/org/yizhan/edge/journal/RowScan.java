package org.yizhan.edge.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds journal rows in the bytes of a damaged SQLite file, or of its write-ahead log, without
 * believing anything else in it: no page header, no tree. Every place is tried that looks like the
 * record header of a row, and the row's own checksum decides. A row that does not lie in one piece
 * (longer than a page holds, some 900 bytes) is not found.
 *
 * <p>Layout of a record: <a href="https://www.sqlite.org/fileformat2.html#record_format">SQLite
 * file format, section 2.1</a>. {@code place} is the rowid, so its column is NULL (serial type 0);
 * the 16 bytes of the journal id have serial type 44.
 */
final class RowScan {
  private static final int WINDOW_BYTES = 64 * 1024;
  private static final int ROW_BYTES_MAX = 4 * 1024;
  private static final int SECTOR_BYTES = 512;
  private static final int ID_SERIAL_TYPE = 12 + 2 * FactRow.JOURNAL_BYTES;

  /** Takes what was found. */
  interface Sink {
    void take(FactRow row) throws java.sql.SQLException;
  }

  private final byte[] bytes;
  private final int length;
  private int at;

  private RowScan(byte[] bytes, int length) {
    this.bytes = bytes;
    this.length = length;
  }

  /** Hands over every sound row of the file; places that cannot be read are passed over. */
  static void scan(Path file, Sink sink) throws IOException, java.sql.SQLException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      byte[] window = new byte[WINDOW_BYTES + ROW_BYTES_MAX];
      for (long from = 0; from < channel.size(); from += WINDOW_BYTES) {
        int length = fill(channel, from, window);
        scanWindow(window, length, sink);
      }
    }
  }

  private static int fill(FileChannel channel, long from, byte[] window) {
    Arrays.fill(window, (byte) 0);
    int length = 0;
    while (length < window.length) {
      int want = Math.min(SECTOR_BYTES, window.length - length);
      try {
        int got = channel.read(ByteBuffer.wrap(window, length, want), from + length);
        if (got < 0) {
          return length;
        }
        length += got;
      } catch (IOException badSector) {
        length += want; // stays zero: no row begins there
      }
    }
    return length;
  }

  private static void scanWindow(byte[] window, int length, Sink sink)
      throws java.sql.SQLException {
    for (int header = 2; header < length - FactRow.JOURNAL_BYTES; header++) {
      if (window[header + 1] == 0 && window[header + 2] == ID_SERIAL_TYPE) {
        @Nullable FactRow row = new RowScan(window, length).rowAt(header);
        if (row != null) {
          sink.take(row);
        }
      }
    }
  }

  private @Nullable FactRow rowAt(int header) {
    int headerBytes = bytes[header];
    if (headerBytes < 7 || headerBytes > 12 || bytes[header - 1] < 0) {
      return null;
    }
    int rowid = header - 1;
    while (rowid > 0 && bytes[rowid - 1] < 0 && header - rowid < 9) {
      rowid--;
    }
    at = rowid;
    long place = varint();
    at = header + 3;
    long numbersType = varint();
    long worthType = varint();
    long entryType = varint();
    long checksumType = varint();
    boolean wellFormed = at == header + headerBytes && entryType >= 12 && entryType % 2 == 0;
    if (!wellFormed || entryType > 12 + 2L * ROW_BYTES_MAX) {
      return null;
    }
    byte[] journal = take(FactRow.JOURNAL_BYTES);
    long numbers = integer(numbersType);
    long worth = integer(worthType);
    byte[] entry = take((int) (entryType - 12) / 2);
    var row = new FactRow(place, journal, numbers, (int) worth, entry, integer(checksumType));
    return at <= length && row.isSound() ? row : null;
  }

  private byte[] take(int count) {
    byte[] taken =
        Arrays.copyOfRange(bytes, Math.min(at, bytes.length), Math.min(at + count, bytes.length));
    at += count;
    return taken;
  }

  /** Serial types 1 to 6 are big-endian integers of these sizes, 8 and 9 the constants 0 and 1. */
  private long integer(long serialType) {
    if (serialType == 8 || serialType == 9) {
      return serialType - 8;
    }
    if (serialType < 1 || serialType > 6) {
      return -1;
    }
    int size = serialType <= 4 ? (int) serialType : serialType == 5 ? 6 : 8;
    byte[] taken = take(size);
    long value = taken.length == 0 ? 0 : taken[0];
    for (int i = 1; i < taken.length; i++) {
      value = (value << 8) | (taken[i] & 0xFF);
    }
    return value;
  }

  private long varint() {
    long value = 0;
    for (int i = 0; i < 8 && at < bytes.length; i++) {
      byte next = bytes[at++];
      value = (value << 7) | (next & 0x7F);
      if (next >= 0) {
        return value;
      }
    }
    return at < bytes.length ? (value << 8) | (bytes[at++] & 0xFF) : -1;
  }
}
