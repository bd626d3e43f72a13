package org.yizhan.hub.notice;

import java.util.Locale;

/** What people are told of. */
public enum NoticeKind {
  ITEM_BELOW_MINIMUM,
  ITEM_RUNS_OUT_SOON,
  ITEM_EXPIRES,
  ROUND_UNCLAIMED,
  ROUND_OVERDUE,
  FAULT_RAISED,
  MATTER_RAISED,
  MATTER_REOPENED,
  STATION_SILENT,
  STATION_UNUSABLE,
  DUTY_REMINDER,
  THINGS_OUT_TOO_LONG,
  THING_TURNED_UP,
  /** Nothing happened: somebody tries whether an address works. */
  TRIAL;

  /** As keys and events say it: {@code fault-raised}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
