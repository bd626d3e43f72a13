package org.yizhan.hub.people;

/**
 * Somebody who looks after stations; known by a nickname and the phone that was let in.
 *
 * @param number the hub's own
 */
public record Volunteer(int number, String nickname, Kind kind) {
  /** What they do. */
  public enum Kind {
    /** Answers for stations of their own. */
    KEEPER,
    /** Restocks where it is needed. */
    VOLUNTEER
  }
}
