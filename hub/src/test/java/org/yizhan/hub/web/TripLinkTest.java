package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yizhan.station.StationId;

class TripLinkTest {
  private static List<StationId> stations(int number, String form) {
    return IntStream.range(0, number).mapToObj(i -> new StationId(form.formatted(i))).toList();
  }

  private static String trip(String link) {
    assertThat(link).startsWith("/s/?trip=");
    return link.substring("/s/?trip=".length());
  }

  @Test
  void a_trip_reads_back_as_it_was_written() {
    List<StationId> stations = List.of(new StationId("kiosk-02"), new StationId("kiosk-01"));

    assertThat(TripLink.of(stations)).containsExactly("/s/?trip=kiosk-02.kiosk-01");
    assertThat(TripLink.stations("kiosk-02.kiosk-01")).isEqualTo(stations);
  }

  @Test
  void no_station_of_a_long_trip_is_lost_and_no_link_is_longer_than_an_address_may_be() {
    for (List<StationId> stations :
        List.of(
            stations(70, "k%02d"), stations(70, "a-station-with-a-name-of-all-forty-ch-%02d"))) {
      List<String> links = TripLink.of(stations);

      assertThat(links)
          .allSatisfy(
              link -> assertThat(trip(link)).hasSizeLessThanOrEqualTo(Visit.PARAMETER_LENGTH_MAX));
      assertThat(links.stream().flatMap(link -> TripLink.stations(trip(link)).stream()))
          .isEqualTo(stations);
    }
  }

  @Test
  void what_cannot_be_a_station_or_stands_twice_or_is_one_too_many_is_passed_over() {
    assertThat(TripLink.stations("")).isEmpty();
    assertThat(TripLink.stations("...")).isEmpty();
    assertThat(TripLink.stations("kiosk-01.<script>.KIOSK.a b.kiosk-01.x.kiosk-02"))
        .extracting(StationId::value)
        .containsExactly("kiosk-01", "kiosk-02");
    assertThat(TripLink.stations(trip("/s/?trip=" + "k01.k02.k03.k04.".repeat(9) + "k05")))
        .hasSize(5);
    assertThat(
            TripLink.stations(
                String.join(".", IntStream.range(100, 200).mapToObj(i -> "k" + i).toList())))
        .hasSize(TripLink.STATIONS_MAX);
  }

  @Test
  void no_stations_are_no_link() {
    assertThat(TripLink.of(List.of())).isEmpty();
  }
}
