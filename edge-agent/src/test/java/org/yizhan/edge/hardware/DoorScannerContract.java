package org.yizhan.edge.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every scanner does, whatever it is made of. */
public abstract class DoorScannerContract {
  private static final String CODE = "YZ1:6BFOXN*TS0BI$ZD.P9UOL97O4-2HH77HRM3DSPTRX+V*/SJBB%CG4B";

  private final Heard<Scan> scans = new Heard<>();
  private final Heard<HardwareException> losses = new Heard<>();

  /** The scanner under test, always the same one, not open. */
  protected abstract FixtureInput<Scan> scanner();

  /** Shows a code to the scanner. */
  protected abstract void show(String code) throws Exception;

  /** Unplugs the scanner. */
  protected abstract void takeAway() throws Exception;

  /** Plugs it in again. */
  protected abstract void bringBack() throws Exception;

  @AfterEach
  void close() {
    scanner().close();
  }

  @Test
  void reads_a_code_as_it_was_shown() throws Exception {
    scanner().open(scans, losses);

    show(CODE);

    assertThat(scans.next().text()).isEqualTo(CODE);
  }

  @Test
  void reads_codes_once_each_and_in_order() throws Exception {
    scanner().open(scans, losses);

    for (String code : List.of("A1", "B2", "C3")) {
      show(code);
    }

    assertThat(List.of(scans.next().text(), scans.next().text(), scans.next().text()))
        .containsExactly("A1", "B2", "C3");
    assertThat(scans.waiting()).isZero();
  }

  @Test
  void reads_again_after_being_closed_and_opened() throws Exception {
    scanner().open(scans, losses);
    scanner().close();
    scanner().close();

    scanner().open(scans, losses);
    show(CODE);

    assertThat(scans.next().text()).isEqualTo(CODE);
    assertThat(losses.waiting()).isZero();
  }

  @Test
  void says_why_it_cannot_be_opened_while_it_is_away() throws Exception {
    takeAway();

    assertThatThrownBy(() -> scanner().open(scans, losses))
        .isInstanceOf(HardwareException.class)
        .hasMessageMatching("(?s).{20,}");
  }

  @Test
  void tells_once_that_it_was_lost_and_reads_on_when_it_is_back() throws Exception {
    scanner().open(scans, losses);

    takeAway();
    HardwareException loss = losses.next();
    scanner().close();
    bringBack();
    scanner().open(scans, losses);
    show(CODE);

    assertThat(loss).hasMessageMatching("(?s).{20,}");
    assertThat(scans.next().text()).isEqualTo(CODE);
    assertThat(losses.waiting()).isZero();
  }
}
