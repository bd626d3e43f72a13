package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorPagesTest {
  /** Whoever reads the log could use the link. */
  @ParameterizedTest
  @CsvSource({
    "/join/rEuMoRrEuMoR, /join/…",
    "/link/abc, /link/…",
    "/unsubscribe/abc, /unsubscribe/…",
    "/m/0123, /m/…",
    "/t/k4gqg887jc/take, /t/…",
    "/matters/kiosk-01/7, /matters/kiosk-01/7",
    "/supplies, /supplies"
  })
  void no_secret_of_a_link_stands_in_the_log(String path, String logged) {
    assertThat(ErrorPages.withoutSecrets(path)).isEqualTo(logged);
  }
}
