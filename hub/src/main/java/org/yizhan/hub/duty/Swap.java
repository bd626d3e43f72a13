package org.yizhan.hub.duty;

import java.time.LocalDate;

/**
 * One group asks another to change weeks.
 *
 * @param id drawn by the phone that asked
 * @param asking the group that asks, whose week {@code one} is
 * @param asked the group that is asked, whose week {@code other} is
 */
public record Swap(
    String id, LocalDate one, LocalDate other, Group asking, Group asked, State state) {
  /** What became of it. */
  public enum State {
    ASKED,
    AGREED,
    DECLINED,
    WITHDRAWN
  }
}
