package org.yizhan.edge.uplink;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yizhan.edge.card.AtomicFile;

/**
 * Numbers the connects: milliseconds since 1970 of each, made strictly rising even when the clock
 * is set back. The last number is kept on the card, so that a restart with a wrong clock does not
 * count below it.
 */
final class ConnectionCounter {
  private static final Logger LOG = System.getLogger(ConnectionCounter.class.getName());
  private static final int DIGITS_MAX = 16;

  private final Path file;
  private long last;

  ConnectionCounter(Path file) {
    this.file = file;
    this.last = read(file);
  }

  private static long read(Path file) {
    try {
      if (Files.exists(file)) {
        String text = Files.readString(file).strip();
        return text.length() <= DIGITS_MAX ? Long.parseLong(text) : 0;
      }
    } catch (IOException | NumberFormatException unreadable) {
      LOG.log(Level.WARNING, "{0} cannot be read: {1}", file, unreadable.getMessage());
    }
    return 0;
  }

  long next(long wallMs) {
    last = Math.max(last + 1, wallMs);
    try {
      AtomicFile.write(file, Long.toString(last).getBytes(StandardCharsets.US_ASCII));
    } catch (IOException cardFails) {
      LOG.log(Level.WARNING, "{0} cannot be written: {1}", file, cardFails.getMessage());
    }
    return last;
  }
}
