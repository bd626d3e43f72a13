package org.yizhan.edge.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PresenceScheduleTest {
  private final PresenceSchedule schedule = new PresenceSchedule();

  @BeforeEach
  void connect() {
    schedule.connected();
    schedule.sent(0);
  }

  @Test
  void is_due_at_once_on_a_connect() {
    schedule.connected();

    assertThat(schedule.isDue(1)).isTrue();
  }

  @Test
  void is_due_after_a_quarter_of_an_hour_without_change() {
    assertThat(schedule.dueMs()).isEqualTo(900_000);
  }

  @Test
  void waits_five_seconds_for_a_door_that_shuts_again() {
    schedule.changed(300_000);
    schedule.changed(303_500);

    assertThat(schedule.dueMs()).isEqualTo(305_000);
  }

  @Test
  void is_due_once_a_minute_at_most() {
    schedule.changed(1_000);

    assertThat(schedule.dueMs()).isEqualTo(60_000);
  }

  @Test
  void forgets_a_change_that_was_sent() {
    schedule.changed(1_000);

    schedule.sent(60_000);

    assertThat(schedule.dueMs()).isEqualTo(960_000);
  }
}
