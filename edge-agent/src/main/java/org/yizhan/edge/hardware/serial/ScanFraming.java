package org.yizhan.edge.hardware.serial;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.yizhan.edge.station.StationEvent.PassScanned;

/**
 * Cuts a scanner's bytes into codes. A code ends with CR, LF or both, or, for scanners that send no
 * terminator, with {@value #QUIET_MS} ms of silence. A code of more than {@value #BYTES_MAX} bytes
 * is dropped to its end. NUL bytes are line noise and left out; other control characters and bytes
 * that are no UTF-8 become U+FFFD, so that such a scan is judged, and refused in front of the
 * person. Not thread-safe; time comes in as a value.
 */
public final class ScanFraming {
  /** Bytes of one code without its terminator: never more characters than a scan may have. */
  public static final int BYTES_MAX = PassScanned.TEXT_MAX;

  /** At 9,600 baud bytes follow each other within 1.1 ms; USB adds tens of milliseconds at most. */
  public static final int QUIET_MS = 200;

  private static final long QUIET_NANOS = QUIET_MS * 1_000_000L;
  private static final char REPLACEMENT = '\uFFFD';

  private final byte[] frame = new byte[BYTES_MAX];
  private int length;
  private boolean tooLong;
  private long lastByteNanos;

  /** Takes the first {@code count} bytes and says each code that they complete. */
  public void accept(byte[] bytes, int count, long nowNanos, Consumer<String> codes) {
    endIfQuiet(nowNanos, codes);
    for (int i = 0; i < count; i++) {
      byte next = bytes[i];
      if (next == '\r' || next == '\n') {
        end(codes);
      } else if (next != 0) {
        add(next);
      }
    }
    lastByteNanos = nowNanos;
  }

  /** Nothing came: a code that has been waiting for its end long enough ends here. */
  public void endIfQuiet(long nowNanos, Consumer<String> codes) {
    if ((length > 0 || tooLong) && nowNanos - lastByteNanos >= QUIET_NANOS) {
      end(codes);
    }
  }

  /** Bytes held for a code that has not ended. */
  int pending() {
    return length;
  }

  private void add(byte next) {
    if (length == BYTES_MAX) {
      tooLong = true;
    } else {
      frame[length++] = next;
    }
  }

  private void end(Consumer<String> codes) {
    int bytes = length;
    boolean dropped = tooLong;
    length = 0;
    tooLong = false;
    if (!dropped && bytes > 0) {
      codes.accept(text(bytes));
    }
  }

  private String text(int bytes) {
    String text = new String(frame, 0, bytes, StandardCharsets.UTF_8);
    StringBuilder clean = null;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        clean = clean == null ? new StringBuilder(text) : clean;
        clean.setCharAt(i, REPLACEMENT);
      }
    }
    return clean == null ? text : clean.toString();
  }
}
