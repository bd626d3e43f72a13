package org.yizhan.station;

import java.util.Comparator;

/**
 * One thing wrong in a profile, so told that the person can put it right.
 *
 * @param line counted from 1
 * @param column counted from 1, in characters
 * @param path the keys from the top down to it ("fixtures.front-lock.gpio"), empty for the whole
 * @param message what is wrong
 * @param remedy what to write instead
 */
public record ProfileProblem(int line, int column, String path, String message, String remedy)
    implements Comparable<ProfileProblem> {
  private static final Comparator<ProfileProblem> READING_ORDER =
      Comparator.comparingInt(ProfileProblem::line)
          .thenComparingInt(ProfileProblem::column)
          .thenComparing(ProfileProblem::path)
          .thenComparing(ProfileProblem::message)
          .thenComparing(ProfileProblem::remedy);

  @Override
  public int compareTo(ProfileProblem other) {
    return READING_ORDER.compare(this, other);
  }

  /** {@code 12:5: fixtures.front-lock: message — remedy}. */
  @Override
  public String toString() {
    String where = path.isEmpty() ? "" : path + ": ";
    return line + ":" + column + ": " + where + message + " — " + remedy;
  }
}
