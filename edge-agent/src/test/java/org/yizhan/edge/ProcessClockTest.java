package org.yizhan.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class ProcessClockTest {
  /** proc(5) counts in hundredths of a second. */
  private static final long COARSE_MS = 20;

  @Test
  void a_process_is_older_than_its_java_machine() {
    long machineMs = ManagementFactory.getRuntimeMXBean().getUptime();

    assertThat(ProcessClock.ageMs()).isGreaterThanOrEqualTo(machineMs - COARSE_MS);
  }
}
