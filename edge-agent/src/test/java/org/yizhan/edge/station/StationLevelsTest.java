package org.yizhan.edge.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.yizhan.edge.entry.VisitorKey;
import org.yizhan.edge.fixtures.TestProfiles;
import org.yizhan.edge.station.StationEvent.FixtureFailed;
import org.yizhan.edge.station.StationEvent.LevelsTold;
import org.yizhan.edge.station.StationEvent.ShelfWeighed;
import org.yizhan.edge.station.StationEvent.Tick;
import org.yizhan.edge.supply.KnownLevel;
import org.yizhan.edge.supply.Supply;
import org.yizhan.edge.time.Moments;
import org.yizhan.station.ItemCode;
import org.yizhan.wire.FaultKind;
import org.yizhan.wire.HardwareKind;
import org.yizhan.wire.OrderKind;
import org.yizhan.wire.ShelfLevel;

/** What a station knows of its shelves: by its scales, and by what the hub tells it. */
class StationLevelsTest {
  private StationState state =
      StationState.atStart(
          Moments.at(0),
          TestProfiles.simulated(),
          Passes.trusted(),
          Map.of(OrderKind.PROFILE, 1L),
          new VisitorKey("0b".repeat(32)));

  @Test
  void asks_for_the_levels_of_its_shelves_before_it_was_told_any() {
    assertThat(applied(0)).containsEntry(OrderKind.STOCK, 0L);
  }

  /** A count is a fact where it was entered: its echo costs neither a fact nor a presence. */
  @Test
  void knows_the_levels_it_is_told_without_a_word_of_its_own() {
    ShelfLevel sixty =
        new ShelfLevel(
            TestProfiles.WATER,
            OptionalInt.of(60),
            ShelfLevel.How.COUNTED,
            Moments.BEGAN.toEpochMilli());

    List<StationEffect> effects = happens(new LevelsTold(Moments.at(5), 9, List.of(sixty)));

    assertThat(effects).isEmpty();
    assertThat(state.levels()).containsExactly(sixty);
    assertThat(applied(6)).containsEntry(OrderKind.STOCK, 9L);
  }

  /** So that the hub sends it again. */
  @Test
  void does_not_say_that_it_was_applied_what_the_card_could_not_keep() {
    List<StationEffect> effects =
        happens(
            new StationEvent.TrustChanged(
                Moments.at(5), OrderKind.REVOCATIONS, 0, Passes.revoked()));

    assertThat(effects).isEmpty();
    assertThat(state.orders().trusted()).isEqualTo(Passes.revoked());
    assertThat(applied(6)).doesNotContainKey(OrderKind.REVOCATIONS);
  }

  @Test
  void knows_nothing_by_a_scale_that_fell_silent() {
    happens(new ShelfWeighed(Moments.at(0), TestProfiles.SCALE, 1_200 + 7 * 580));
    happens(new Tick(Moments.at(4_000)));
    Map<ItemCode, KnownLevel> before = known();

    happens(new FixtureFailed(Moments.at(5_000), TestProfiles.SCALE, FaultKind.NODE_SILENT, "3 h"));

    assertThat(before).containsOnlyKeys(TestProfiles.WATER);
    assertThat(known()).isEmpty();
  }

  private Map<ItemCode, KnownLevel> known() {
    return Supply.known(state.supply(), state.profile(), state.levels());
  }

  private List<StationEffect> happens(StationEvent event) {
    Step step = Station.step(state, event);
    state = step.state();
    return step.effects();
  }

  private Map<OrderKind, Long> applied(long ms) {
    return Station.snapshot(state, Moments.at(ms), "0.1.0", HardwareKind.SIMULATED, List.of(), 0)
        .applied();
  }
}
