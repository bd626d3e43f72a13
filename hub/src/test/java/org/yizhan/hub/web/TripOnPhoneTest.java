package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yizhan.hub.people.Volunteer;

/** A planned trip that a volunteer takes over on the phone. */
class TripOnPhoneTest extends WithPhone {
  private static final String NAMES =
      "return [...document.querySelectorAll('#needy strong')].map(e => e.innerText).join('; ')";

  private String needy(String query) {
    return phone.get("/s/?lang=en" + query).body();
  }

  @Test
  void the_planned_stations_stand_there_in_their_order_even_where_nothing_is_missing() {
    clock.advance(Duration.ofHours(1));
    send(
        joined("王"),
        message(
            key(),
            entry("water-550ml").put("found", 50),
            entry("mask").put("found", 50),
            entry("heat-pad").put("found", 50)));

    String both = needy("&trip=kiosk-02.kiosk-01");
    String one = needy("&trip=kiosk-01");

    assertThat(both)
        .contains("<h1>A planned round</h1>", "2 stations, in the order planned.")
        .contains("href=\"/s/kiosk-01?trip=kiosk-02.kiosk-01\"", "id=\"all-stations\" href=\"/s/\"")
        .containsSubsequence("Bohai 7th Road", "Huanghe 5th Road", "Above the minimum");
    assertThat(one).contains("Huanghe 5th Road").doesNotContain("Bohai 7th Road");
  }

  @Test
  void who_may_help_there_sees_who_is_on_the_way() {
    HubClient wang = joined("王", Volunteer.Kind.VOLUNTEER, List.of(OTHER));
    wang.postJson("/s/kiosk-02/claim", new JsonObject().put("round", key()));

    assertThat(wang.get("/s/?lang=en&trip=kiosk-02").body()).contains("王 is on the way");
    assertThat(needy("&trip=kiosk-02")).contains("Somebody is on the way").doesNotContain("王");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&trip=",
        "&trip=nowhere-01",
        "&trip=%3Cscript%3E",
        "&trip=..%2F..%2F",
        "&trip=%00",
        "&trip=....."
      })
  void a_trip_without_a_station_of_ours_is_every_station(String query) {
    var answer = phone.get("/s/?lang=en" + query);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("What is needed where", "Bohai 7th Road")
        .doesNotContain("A planned round", "<script>");
  }

  @Test
  void unknown_stations_are_left_out_of_a_trip() {
    assertThat(needy("&trip=nowhere-01.kiosk-02.%3Cb%3E"))
        .contains("A planned round", "href=\"/s/kiosk-02?trip=kiosk-02\"")
        .doesNotContain("/s/nowhere-01", "<b>");
  }

  /** The phone keeps pages for basements: a trip and the list of all must not be mistaken. */
  @Test
  void without_a_network_the_trip_and_the_list_of_all_stations_stay_apart() {
    empty();
    try (PhoneNetwork network = network();
        Browser browser = Browser.open()) {
      join(browser, network);
      browser.waitFor("#phone[data-ready=yes]");
      browser.open(network.url("/s/"));
      browser.waitFor("#phone[data-ready=yes]");
      browser.open(network.url("/s/?trip=kiosk-01"));
      browser.waitFor("#all-stations");
      browser.waitFor("#phone[data-ready=yes]");

      network.cut();
      browser.open(network.url("/s/"));
      browser.waitFor("#needy");
      Object all = browser.script(NAMES);
      browser.open(network.url("/s/?trip=kiosk-01"));
      browser.waitFor("#all-stations");
      Object trip = browser.script(NAMES);

      assertThat(String.valueOf(all)).contains("Huanghe 5th Road", "Bohai 7th Road");
      assertThat(trip).isEqualTo("Huanghe 5th Road");
    }
  }

  @Test
  void a_closed_round_leads_back_to_the_trip() {
    empty();
    try (PhoneNetwork network = network();
        Browser browser = Browser.open()) {
      join(browser, network);
      browser.waitFor("#phone[data-ready=yes]");
      browser.open(network.url("/s/?trip=kiosk-01.kiosk-02"));
      browser.click("#needy a");
      browser.waitFor("#phone[data-step=look]");
      VolunteersHand hand = new VolunteersHand(browser);
      hand.go();
      hand.fill("water-550ml");
      hand.fill("mask");
      hand.fill("heat-pad");
      hand.tap("#done");
      browser.waitForText("#outcome", "Closed");

      browser.click("#others");
      browser.waitFor("#all-stations");

      assertThat(String.valueOf(browser.script(NAMES))).startsWith("Huanghe 5th Road; Bohai");
    }
  }
}
