package org.yizhan.hub.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudienceTest {
  @ParameterizedTest
  @CsvSource({
    "station:lc-dongchang-01, true",
    "station:lc-dongchang-02, false",
    "place:shandong, true",
    "place:shandong/liaocheng/dongchangfu, true",
    "place:shandong/liaocheng/dongchangfu/street, false",
    "place:shandong/liao, false",
    "place:hebei, false",
  })
  void covers_one_station_or_all_below_a_place(String scope, boolean covered) {
    Audience audience = new Audience(Audience.Role.KEEPER, Audience.Scope.of(scope));

    assertThat(audience.covers(Kiosk.REF)).isEqualTo(covered);
    assertThat(audience.scope().text()).isEqualTo(scope);
  }

  @Test
  void never_is_everybody() {
    assertThatThrownBy(() -> Audience.Scope.of("all")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Audience.Scope.of("place:"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
