package org.yizhan.wire;

import java.util.regex.Pattern;

/**
 * The name of one journal: 128 random bits as 32 lower-case hexadecimal digits, drawn anew at every
 * start of the agent, so that numbers of an older journal are never continued.
 */
public record JournalId(String value) implements Comparable<JournalId> {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

  public JournalId {
    if (value.length() != 32 || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a journal id is 32 hexadecimal digits");
    }
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
