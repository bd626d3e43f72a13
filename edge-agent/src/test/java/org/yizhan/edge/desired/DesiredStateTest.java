package org.yizhan.edge.desired;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.edge.station.StationEvent;
import org.yizhan.edge.station.StationEvent.LevelsTold;
import org.yizhan.edge.station.StationEvent.OrderTurnedDown;
import org.yizhan.edge.station.StationEvent.ProfileChanged;
import org.yizhan.edge.station.StationEvent.TrustChanged;
import org.yizhan.pass.IssuerKey;
import org.yizhan.pass.PassId;
import org.yizhan.pass.TrustedPassState;
import org.yizhan.station.ItemCode;
import org.yizhan.station.StationId;
import org.yizhan.wire.Moment;
import org.yizhan.wire.Order.ApplyIssuers;
import org.yizhan.wire.Order.ApplyProfile;
import org.yizhan.wire.Order.ApplyRevocations;
import org.yizhan.wire.Order.ApplyStock;
import org.yizhan.wire.OrderKind;
import org.yizhan.wire.ShelfLevel;

class DesiredStateTest {
  private static final Moment NOW = new Moment(5, 1_790_000_000_000L, true);
  private static final PassId LOST = new PassId("0123456789abcdef0123456789abcdef");
  private static final IssuerKey KEY = new IssuerKey("union", "ab".repeat(32));

  private static final ShelfLevel SIXTY =
      new ShelfLevel(
          new ItemCode("water-550ml"),
          OptionalInt.of(60),
          ShelfLevel.How.COUNTED,
          1_789_000_000_000L);

  @TempDir Path data;

  @Test
  void applies_a_profile_and_still_has_it_after_a_restart() throws IOException {
    DesiredState state = open();

    Optional<StationEvent> came = state.apply(NOW, new ApplyProfile(3, sample()));

    assertThat(came).get().isInstanceOf(ProfileChanged.class);
    assertThat(open().applied()).isEqualTo(Map.of(OrderKind.PROFILE, 3L));
    assertThat(open().profile().orElseThrow().id()).isEqualTo(station());
  }

  @Test
  void refuses_a_bad_profile_once_and_keeps_the_old_one_working() throws IOException {
    DesiredState state = open();
    state.apply(NOW, new ApplyProfile(3, sample()));

    Optional<StationEvent> first = state.apply(NOW, new ApplyProfile(4, "id: [nonsense"));
    Optional<StationEvent> again = state.apply(NOW, new ApplyProfile(4, "id: [nonsense"));

    assertThat(first).get().isInstanceOf(OrderTurnedDown.class);
    assertThat(again).isEmpty();
    assertThat(state.applied()).isEqualTo(Map.of(OrderKind.PROFILE, 3L));
    assertThat(state.profile()).isPresent();
  }

  @Test
  void refuses_the_profile_of_another_station() throws IOException {
    DesiredState state = DesiredState.open(data, new StationId("somewhere-else"));

    Optional<StationEvent> came = state.apply(NOW, new ApplyProfile(1, sample()));

    assertThat(came)
        .get()
        .isInstanceOfSatisfying(
            OrderTurnedDown.class, down -> assertThat(down.why()).contains("somewhere-else"));
  }

  @Test
  void refuses_a_lower_revision_and_says_which_it_holds() throws IOException {
    DesiredState state = open();
    state.apply(NOW, new ApplyRevocations(9, 1, List.of(LOST)));

    Optional<StationEvent> came = state.apply(NOW, new ApplyRevocations(8, 1, List.of()));

    assertThat(came)
        .get()
        .isInstanceOfSatisfying(
            OrderTurnedDown.class, down -> assertThat(down.why()).contains("revision 9"));
    assertThat(state.trusted().revoked()).containsExactly(LOST);
  }

  @Test
  void does_nothing_for_what_it_holds_already() throws IOException {
    DesiredState state = open();
    state.apply(NOW, new ApplyIssuers(2, List.of(KEY)));

    assertThat(state.apply(NOW, new ApplyIssuers(2, List.of(KEY)))).isEmpty();
  }

  @Test
  void joins_issuers_and_revocations_into_one_trust() throws IOException {
    DesiredState state = open();
    state.apply(NOW, new ApplyIssuers(1, List.of(KEY)));

    Optional<StationEvent> came = state.apply(NOW, new ApplyRevocations(1, 7, List.of(LOST)));

    assertThat(came)
        .get()
        .isInstanceOfSatisfying(
            TrustChanged.class,
            changed ->
                assertThat(changed.trusted())
                    .isEqualTo(new TrustedPassState(List.of(KEY), Set.of(LOST))));
    assertThat(open().trusted().revoked()).containsExactly(LOST);
  }

  @Test
  void revokes_from_memory_when_the_card_cannot_be_written_and_asks_for_it_again()
      throws IOException {
    Path notAFolder = Files.writeString(data.resolve("desired"), "");
    DesiredState state = DesiredState.open(notAFolder, station());

    Optional<StationEvent> came = state.apply(NOW, new ApplyRevocations(1, 7, List.of(LOST)));

    assertThat(came)
        .hasValueSatisfying(
            event -> {
              TrustChanged changed = (TrustChanged) event;
              assertThat(changed.revision()).isZero();
              assertThat(changed.trusted().revoked()).containsExactly(LOST);
            });
    assertThat(state.applied()).isEmpty();
  }

  @Test
  void keeps_what_worked_from_memory_when_it_comes_again_and_the_card_can_be_written()
      throws IOException {
    Path folder = data.resolve("desired");
    Files.writeString(folder, "");
    DesiredState state = DesiredState.open(folder, station());
    state.apply(NOW, new ApplyRevocations(2, 7, List.of(LOST)));

    Optional<StationEvent> older = state.apply(NOW, new ApplyRevocations(1, 7, List.of()));
    Files.delete(folder);
    Files.createDirectory(folder);
    Optional<StationEvent> again = state.apply(NOW, new ApplyRevocations(2, 7, List.of(LOST)));

    assertThat(older).get().isInstanceOf(StationEvent.OrderTurnedDown.class);
    assertThat(again)
        .hasValueSatisfying(event -> assertThat(((TrustChanged) event).revision()).isEqualTo(2));
    assertThat(DesiredState.open(folder, station()).trusted().revoked()).containsExactly(LOST);
  }

  @Test
  void counts_a_file_that_cannot_be_read_as_not_applied() throws IOException {
    open().apply(NOW, new ApplyIssuers(1, List.of(KEY)));
    Files.writeString(data.resolve("issuers.json"), "{\"half\":");

    DesiredState state = open();

    assertThat(state.applied()).isEmpty();
    assertThat(state.apply(NOW, new ApplyIssuers(1, List.of(KEY)))).isPresent();
  }

  @Test
  void keeps_what_the_hub_said_of_the_shelves_over_a_restart() throws IOException {
    Optional<StationEvent> came = open().apply(NOW, new ApplyStock(6, List.of(SIXTY)));

    assertThat(came).hasValue(new LevelsTold(NOW, 6, List.of(SIXTY)));
    assertThat(open().levels()).containsExactly(SIXTY);
    assertThat(open().applied()).isEqualTo(Map.of(OrderKind.STOCK, 6L));
  }

  @Test
  void refuses_older_levels_and_says_which_it_holds() throws IOException {
    DesiredState state = open();
    state.apply(NOW, new ApplyStock(6, List.of(SIXTY)));

    Optional<StationEvent> came = state.apply(NOW, new ApplyStock(5, List.of()));

    assertThat(came)
        .get()
        .isInstanceOfSatisfying(
            OrderTurnedDown.class, down -> assertThat(down.why()).contains("revision 6"));
    assertThat(state.levels()).containsExactly(SIXTY);
  }

  private DesiredState open() throws IOException {
    return DesiredState.open(data, station());
  }

  private static StationId station() throws IOException {
    return new StationId(
        sample()
            .lines()
            .filter(line -> line.startsWith("id:"))
            .findFirst()
            .orElseThrow()
            .substring(3)
            .strip());
  }

  private static String sample() throws IOException {
    Path samples = Path.of(System.getProperty("yizhan.root", ".."), "firmware-config", "stations");
    try (var files = Files.list(samples)) {
      Path first =
          files.filter(f -> f.toString().endsWith(".yaml")).sorted().findFirst().orElseThrow();
      return Files.readString(first);
    }
  }
}
