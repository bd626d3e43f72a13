package org.yizhan.wire;

import java.util.EnumSet;
import java.util.Set;

/** What is looked after on duty. On the wire a set of them is a sum of {@link #bit}s. */
public enum DutyTask {
  DOOR(1),
  LIGHTS(2),
  AIR_CONDITIONING(4),
  TIDY(8),
  SUPPLIES(16),
  LOST_PROPERTY(32),
  POWER_OFF(64);

  /** The sum of all. */
  public static final int SUM_MAX = 127;

  private final int bit;

  DutyTask(int bit) {
    this.bit = bit;
  }

  static int sum(Set<DutyTask> tasks) {
    return tasks.stream().mapToInt(task -> task.bit).sum();
  }

  /**
   * @param sum 0 to {@link #SUM_MAX}
   */
  static Set<DutyTask> of(int sum) {
    EnumSet<DutyTask> tasks = EnumSet.noneOf(DutyTask.class);
    for (DutyTask task : values()) {
      if ((sum & task.bit) != 0) {
        tasks.add(task);
      }
    }
    return tasks;
  }
}
