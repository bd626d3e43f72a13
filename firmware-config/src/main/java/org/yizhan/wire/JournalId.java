package org.yizhan.wire;

/**
 * The name of one journal: 128 random bits as 32 lower-case hexadecimal digits, drawn anew at every
 * start of the agent, so that numbers of an older journal are never continued.
 */
public record JournalId(String value) implements Comparable<JournalId> {
  private static final int DIGITS = 32;

  public JournalId {
    if (value.length() != DIGITS || !isLowerCaseHex(value)) {
      throw new IllegalArgumentException("a journal id is 32 hexadecimal digits");
    }
  }

  private static boolean isLowerCaseHex(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int compareTo(JournalId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
