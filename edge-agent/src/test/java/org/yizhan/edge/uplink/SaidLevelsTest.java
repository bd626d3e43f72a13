package org.yizhan.edge.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yizhan.edge.time.Moments;
import org.yizhan.wire.HardwareKind;
import org.yizhan.wire.OrderKind;
import org.yizhan.wire.Presence;

class SaidLevelsTest {
  private final SaidLevels levels = new SaidLevels();

  @BeforeEach
  void connect() {
    levels.connected();
  }

  @Test
  void asks_for_levels_on_each_connection_once() {
    assertThat(told(0)).containsEntry(OrderKind.STOCK, 0L);
    assertThat(told(0)).isEqualTo(Map.of(OrderKind.PROFILE, 3L));

    levels.connected();

    assertThat(told(0)).containsEntry(OrderKind.STOCK, 0L);
  }

  @Test
  void tells_a_new_revision_once() {
    told(0);

    assertThat(told(9)).containsEntry(OrderKind.STOCK, 9L);
    assertThat(told(9)).doesNotContainKey(OrderKind.STOCK);
  }

  private Map<OrderKind, Long> told(long revision) {
    return levels
        .telling(
            new Presence.Snapshot(
                Moments.at(1),
                "0.1.0",
                HardwareKind.SIMULATED,
                Presence.DoorState.CLOSED,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of(OrderKind.PROFILE, 3L, OrderKind.STOCK, revision),
                List.of(),
                0))
        .applied();
  }
}
