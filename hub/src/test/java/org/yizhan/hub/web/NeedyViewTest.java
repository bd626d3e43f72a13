package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yizhan.hub.stock.StationShelf;
import org.yizhan.hub.stock.StockLevel;
import org.yizhan.hub.web.view.Language;
import org.yizhan.hub.web.view.NeedyView;
import org.yizhan.hub.web.view.Texts;
import org.yizhan.station.BilingualText;
import org.yizhan.station.ItemCode;
import org.yizhan.station.StationId;
import org.yizhan.station.UnionPlace;

/** The list of stations that need something, with few and with many. */
class NeedyViewTest {
  private static final Instant NOW = Instant.parse("2026-11-23T04:30:00Z");

  private static StationShelf shelf(int number, String place) {
    String name = "Station " + number;
    return new StationShelf(
        new StationId("kiosk-" + number),
        new BilingualText(name, name),
        UnionPlace.of(place),
        ZoneId.of("Asia/Shanghai"),
        Optional.empty(),
        Optional.empty(),
        List.of(
            new StockLevel(
                new ItemCode("mask"),
                new BilingualText("口罩", "Masks"),
                OptionalInt.of(1),
                20,
                60,
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false)));
  }

  private static NeedyView of(int stations, StationId... own) {
    List<StationShelf> shelves =
        IntStream.range(0, stations)
            .mapToObj(i -> shelf(i, i % 2 == 0 ? "shandong/binzhou" : "shandong/liaocheng"))
            .toList();
    return NeedyView.of(
        new NeedyView.Read(
            shelves, List.of(), List.of(), new NeedyView.Asker("", List.of(own), _ -> false)),
        "",
        NOW,
        Texts.of(Language.EN));
  }

  @Test
  void few_stations_stand_below_each_other() {
    assertThat(of(20).groups())
        .singleElement()
        .satisfies(group -> assertThat(group.title()).isEmpty())
        .satisfies(group -> assertThat(group.rows()).hasSize(20));
  }

  @Test
  void many_stand_by_place_with_those_of_the_person_first_and_open() {
    List<NeedyView.Group> groups = of(30, new StationId("kiosk-7")).groups();

    assertThat(groups)
        .extracting(NeedyView.Group::title)
        .containsExactly("Your stations", "Shandong › Binzhou", "Shandong › Liaocheng");
    assertThat(groups).extracting(NeedyView.Group::open).containsExactly(true, false, false);
    assertThat(groups.getFirst().rows()).hasSize(1);
  }

  @Test
  void the_list_is_bounded_and_says_how_many_more_there_are() {
    NeedyView view = of(NeedyView.ROWS_MAX + 40);

    assertThat(view.shown()).isEqualTo(NeedyView.ROWS_MAX);
    assertThat(view.more()).isEqualTo(40);
  }
}
