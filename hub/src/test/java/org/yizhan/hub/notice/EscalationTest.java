package org.yizhan.hub.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EscalationTest {
  private static final Instant BEGAN = Instant.parse("2026-07-01T00:00:00Z");

  @Test
  void an_unclaimed_round_goes_from_volunteers_to_keepers_to_the_union() {
    Escalation round = Escalation.of(NoticeKind.ROUND_UNCLAIMED);

    assertThat(round.role(0)).contains(Audience.Role.VOLUNTEER);
    assertThat(round.role(1)).contains(Audience.Role.KEEPER);
    assertThat(round.due(1, BEGAN)).contains(BEGAN.plus(Duration.ofDays(1)));
    assertThat(round.role(2)).contains(Audience.Role.UNION);
    assertThat(round.due(2, BEGAN)).contains(BEGAN.plus(Duration.ofDays(3)));
    assertThat(round.role(3)).isEmpty();
    assertThat(round.due(3, BEGAN)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void every_kind_is_told_to_somebody_at_once(NoticeKind kind) {
    assertThat(Escalation.of(kind).due(0, BEGAN)).contains(BEGAN);
  }

  @Test
  void steps_out_of_order_are_refused() {
    Escalation first = Escalation.first(Audience.Role.KEEPER);

    assertThatThrownBy(() -> first.then(Audience.Role.UNION, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
