package org.yizhan.edge.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yizhan.edge.hardware.simulated.SimulatedTime;
import org.yizhan.edge.station.StationEffect.Signal.Pattern;

/**
 * What every relay, light and buzzer does, whatever it is made of, and a lock or signal made of it.
 */
public abstract class BinaryOutputContract {
  private final SimulatedTime time = new SimulatedTime(Instant.parse("2026-11-02T06:00:00Z"));
  private final List<HardwareException> troubles = new ArrayList<>();

  /** The output under test, always the same one, not open. */
  protected abstract BinaryOutput output();

  /** Whether the part is on, seen from outside. */
  protected abstract boolean isOn();

  @AfterEach
  void close() {
    output().close();
  }

  @Test
  void is_off_until_it_is_told() {
    output().open();

    assertThat(isOn()).isFalse();
  }

  @Test
  void goes_on_and_off() {
    output().open();

    output().set(true);
    boolean first = isOn();
    output().set(false);

    assertThat(first).isTrue();
    assertThat(isOn()).isFalse();
  }

  @Test
  void cannot_be_set_before_it_is_open_or_after_it_was_closed() {
    assertThatThrownBy(() -> output().set(true)).isInstanceOf(HardwareException.class);
    output().open();
    output().close();
    output().close();

    assertThatThrownBy(() -> output().set(true)).isInstanceOf(HardwareException.class);
  }

  @Test
  void is_off_again_after_it_was_closed_and_opened() {
    output().open();
    output().set(true);

    output().close();
    output().open();

    assertThat(isOn()).isFalse();
  }

  @Test
  void a_lock_releases_at_once_and_relocks_by_itself() {
    output().open();
    RelayLock lock = new RelayLock(output(), time, troubles::add);

    lock.release(Duration.ofSeconds(5));
    time.advance(Duration.ofMillis(4_999));
    boolean before = isOn();
    time.advance(Duration.ofMillis(1));

    assertThat(before).isTrue();
    assertThat(isOn()).isFalse();
    assertThat(troubles).isEmpty();
  }

  @Test
  void a_lock_released_again_stays_released_for_the_new_time() {
    output().open();
    RelayLock lock = new RelayLock(output(), time, troubles::add);

    lock.release(Duration.ofSeconds(5));
    time.advance(Duration.ofSeconds(3));
    lock.release(Duration.ofSeconds(5));
    time.advance(Duration.ofMillis(4_999));
    boolean prolonged = isOn();
    time.advance(Duration.ofMillis(1));

    assertThat(prolonged).isTrue();
    assertThat(isOn()).isFalse();
  }

  @Test
  void a_later_but_shorter_release_does_not_lock_the_door_early() {
    output().open();
    RelayLock lock = new RelayLock(output(), time, troubles::add);

    lock.release(Duration.ofSeconds(10));
    lock.release(Duration.ofSeconds(1));
    time.advance(Duration.ofSeconds(5));

    assertThat(isOn()).isTrue();
    time.advance(Duration.ofSeconds(5));
    assertThat(isOn()).isFalse();
  }

  @Test
  void a_lock_that_was_closed_while_released_went_on_trying_to_relock_for_ever() {
    output().open();
    RelayLock lock = new RelayLock(output(), time, troubles::add);
    lock.release(Duration.ofSeconds(5));

    lock.close();
    output().close();
    time.advance(Duration.ofSeconds(5));

    assertThat(troubles).isEmpty();
    assertThat(time.runNext(time.now().wall().plusSeconds(60))).isFalse();
    assertThatThrownBy(() -> lock.release(Duration.ofSeconds(5)))
        .isInstanceOf(HardwareException.class);
  }

  @Test
  void a_signal_ends_by_itself() {
    output().open();
    PatternSignals signals = new PatternSignals(List.of(output()), List.of(), time);

    for (Pattern pattern : Pattern.values()) {
      signals.show(pattern);
      boolean shown = isOn();
      time.advance(Duration.ofSeconds(10));

      assertThat(shown).as(pattern.name()).isTrue();
      assertThat(isOn()).as(pattern.name()).isFalse();
    }
  }
}
