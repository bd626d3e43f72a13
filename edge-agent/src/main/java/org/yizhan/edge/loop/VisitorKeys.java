package org.yizhan.edge.loop;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yizhan.edge.entry.VisitorKey;
import org.yizhan.wire.Moment;

/**
 * The visitor key of each local month, in one small file that is overwritten in place, so that last
 * month's key does not lie on in a freed block of the file system. (What a card's own wear
 * levelling keeps is out of a program's reach.) Without a trusted clock no month begins. A card
 * that cannot be written costs the key's life past a restart and nothing else.
 */
public final class VisitorKeys {
  static final String FILE = "visitor-key";

  private static final Logger LOG = System.getLogger(VisitorKeys.class.getName());
  private static final Pattern FORM = Pattern.compile("(\\d{4}-\\d{2}) ([0-9a-f]{64})\n");
  private static final int KEY_BYTES = 32;
  private static final int FILE_BYTES = 7 + 1 + 64 + 1;

  private final Path file;
  private final ZoneId zone;
  private final SecureRandom random = new SecureRandom();
  private YearMonth month;
  private VisitorKey key;

  /**
   * Reads this station's key, or draws the first one.
   *
   * @param data the station's data folder
   * @param zone where months begin at local midnight
   */
  public VisitorKeys(Path data, ZoneId zone, Moment now) {
    this.file = data.resolve(FILE);
    this.zone = zone;
    @Nullable Matcher kept = read();
    if (kept == null) {
      this.month = monthOf(now);
      this.key = draw();
      keep();
    } else {
      this.month = YearMonth.parse(kept.group(1));
      this.key = new VisitorKey(kept.group(2));
      var _ = drawnFor(now);
    }
  }

  /** The key in force. */
  public synchronized VisitorKey key() {
    return key;
  }

  /** A new key when a new local month has begun by a trusted clock; the old one is destroyed. */
  public synchronized Optional<VisitorKey> drawnFor(Moment now) {
    if (!now.clockTrusted() || monthOf(now).equals(month)) {
      return Optional.empty();
    }
    month = monthOf(now);
    key = draw();
    keep();
    return Optional.of(key);
  }

  private YearMonth monthOf(Moment at) {
    return YearMonth.from(at.wall().atZone(zone));
  }

  private VisitorKey draw() {
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    return new VisitorKey(HexFormat.of().formatHex(bytes));
  }

  private @Nullable Matcher read() {
    try {
      if (!Files.exists(file) || Files.size(file) != FILE_BYTES) {
        return null;
      }
      Matcher matcher = FORM.matcher(Files.readString(file, StandardCharsets.US_ASCII));
      return matcher.matches() && isMonth(matcher.group(1)) ? matcher : null;
    } catch (IOException e) {
      LOG.log(Level.WARNING, "The visitor key cannot be read; a new one is drawn.", e);
      return null;
    }
  }

  private static boolean isMonth(String text) {
    int number = Integer.parseInt(text, 5, 7, 10);
    return number >= 1 && number <= 12;
  }

  private void keep() {
    String text = "%04d-%02d %s\n".formatted(month.getYear(), month.getMonthValue(), key.hex());
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    try {
      if (!Files.exists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        while (bytes.hasRemaining()) {
          channel.write(bytes, bytes.position());
        }
        channel.truncate(FILE_BYTES);
        channel.force(true);
      }
    } catch (IOException e) {
      LOG.log(
          Level.WARNING,
          "The visitor key cannot be kept in {0} ({1}): after a restart this month''s visitors"
              + " count anew. Is the card full or read-only?",
          file,
          e.getMessage());
    }
  }
}
