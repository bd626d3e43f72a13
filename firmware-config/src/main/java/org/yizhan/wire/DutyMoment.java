package org.yizhan.wire;

/** When on a day of duty something is signed. */
public enum DutyMoment {
  OPENED,
  CHECKED,
  CLOSED
}
