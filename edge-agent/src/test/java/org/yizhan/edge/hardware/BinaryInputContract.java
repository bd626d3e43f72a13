package org.yizhan.edge.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every contact, button, beam and presence sensor does, whatever it is made of. */
public abstract class BinaryInputContract {
  private final Heard<Boolean> heard = new Heard<>();
  private final Heard<HardwareException> losses = new Heard<>();

  /** The input under test, always the same one, not open, inactive. */
  protected abstract FixtureInput<Boolean> input();

  /** Makes the part active or inactive. */
  protected abstract void become(boolean active) throws Exception;

  @AfterEach
  void close() {
    input().close();
  }

  @Test
  void says_its_state_once_when_opened() throws Exception {
    input().open(heard, losses);

    assertThat(heard.next()).isFalse();
    assertThat(heard.waiting()).isZero();
  }

  @Test
  void says_an_active_state_when_opened() throws Exception {
    input().open(heard, losses);
    assertThat(heard.next()).isFalse();
    become(true);
    assertThat(heard.next()).isTrue();
    input().close();

    input().open(heard, losses);

    assertThat(heard.next()).isTrue();
    assertThat(heard.waiting()).isZero();
  }

  @Test
  void says_each_change_in_order() throws Exception {
    input().open(heard, losses);
    assertThat(heard.next()).isFalse();

    become(true);
    assertThat(heard.next()).isTrue();
    become(true);
    become(false);
    assertThat(heard.next()).isFalse();

    assertThat(heard.waiting()).isZero();
    assertThat(losses.waiting()).isZero();
  }

  @Test
  void says_nothing_after_it_was_closed() throws Exception {
    input().open(heard, losses);
    assertThat(heard.next()).isFalse();

    input().close();
    input().close();
    become(true);

    assertThat(heard.waiting()).isZero();
    assertThat(losses.waiting()).isZero();
  }
}
