package org.yizhan.edge.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yizhan.edge.nodes.SenmlRefusal.Why;

class NodeLogTest {
  private static final double NOW = 1.8e9;

  private final NodeLog log = new NodeLog("shelf-1");

  @Test
  void takes_grams_and_kilograms() throws Exception {
    assertThat(take(weight("g", 4_200.4, NOW - 2))).isEqualTo(4_200);
    assertThat(take(weight("kg", 4.2, NOW - 1))).isEqualTo(4_200);
  }

  @Test
  void takes_the_latest_of_several_weights() throws Exception {
    assertThat(take(weight("g", 1, -60), weight("g", 3, 0), weight("g", 2, -30))).isEqualTo(3);
  }

  @Test
  void refuses_a_pack_that_is_not_newer() throws Exception {
    assertThat(take(weight("g", 1, NOW))).isEqualTo(1);

    assertRefused(Why.OLD, weight("g", 2, NOW));
    assertRefused(Why.OLD, weight("g", 2, NOW - 5));
    assertThat(take(weight("g", 2, NOW + 1))).isEqualTo(2);
  }

  @Test
  void takes_packs_without_a_clock_as_they_come() throws Exception {
    assertThat(take(weight("g", 1, 0))).isEqualTo(1);
    assertThat(take(weight("g", 1, 0))).isEqualTo(1);
  }

  @Test
  void refuses_a_node_that_speaks_for_another() {
    assertRefused(Why.FOREIGN, new SenmlRecord("shelf-2", "g", 1, 0));
    assertRefused(Why.FOREIGN, weight("g", 1, 0), new SenmlRecord("shelf-11", "g", 1, 0));
  }

  @Test
  void refuses_what_is_no_weight() {
    assertRefused(Why.MALFORMED);
    assertRefused(Why.MALFORMED, weight("Cel", 20, 0));
    assertRefused(Why.MALFORMED, weight("", 20, 0));
    assertRefused(Why.MALFORMED, weight("kg", 1e9, 0));
  }

  @Test
  void refuses_a_clock_far_ahead_unless_it_may_be_our_own_that_is_wrong() throws Exception {
    assertRefused(Why.MALFORMED, weight("g", 1, NOW + 100_000));

    assertThat(log.take(List.of(weight("g", 1, NOW + 100_000)), NOW, false)).isEqualTo(1);
  }

  private int take(SenmlRecord... pack) throws SenmlRefusal {
    return log.take(List.of(pack), NOW, true);
  }

  private void assertRefused(Why why, SenmlRecord... pack) {
    assertThatThrownBy(() -> take(pack))
        .isInstanceOfSatisfying(
            SenmlRefusal.class, refusal -> assertThat(refusal.why()).isEqualTo(why));
  }

  private static SenmlRecord weight(String unit, double value, double time) {
    return new SenmlRecord("shelf-1", unit, value, time);
  }
}
