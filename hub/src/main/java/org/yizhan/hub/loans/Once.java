package org.yizhan.hub.loans;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.yizhan.hub.store.EntryKey;
import org.yizhan.pass.Sha256;

/**
 * 128 random bits a form carries, so that it counts once however often it is sent. The phone that
 * took a thing along keeps them, and they tell its owner which things those are.
 */
public record Once(String value) {
  private static final int BYTES = 16;
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");
  private static final SecureRandom RANDOM = new SecureRandom();

  public Once {
    if (!isValid(value)) {
      throw new IllegalArgumentException("32 hexadecimal digits are needed");
    }
  }

  public static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }

  public static Once draw() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Once(HexFormat.of().formatHex(bytes));
  }

  /** By which the entry is kept once. Neither this nor {@link #hash} gives the bits away. */
  EntryKey key() {
    return new EntryKey(HexFormat.of().formatHex(Arrays.copyOf(digest("entry"), BYTES)));
  }

  byte[] hash() {
    return digest("owner");
  }

  private byte[] digest(String use) {
    return Sha256.of(use + ' ' + value);
  }

  /** Not its bits: whoever reads them in a log could act for the phone. */
  @Override
  public String toString() {
    return "Once";
  }
}
