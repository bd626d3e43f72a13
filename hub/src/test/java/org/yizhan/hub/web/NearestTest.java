package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yizhan.hub.people.Volunteer;

/** The stations by how far they are, in a real browser that says where it is. */
class NearestTest extends WithShelf {
  private static final String NAMES =
      "return [...document.querySelectorAll('#needy strong')].map(e => e.innerText).join('; ')";

  private void allow(Browser browser, double latitude, double longitude) {
    browser.devTools(
        "Browser.grantPermissions",
        Map.of("origin", hub.url(""), "permissions", List.of("geolocation")));
    browser.devTools(
        "Emulation.setGeolocationOverride",
        Map.of("latitude", latitude, "longitude", longitude, "accuracy", 20));
  }

  @Test
  void the_nearest_stands_first_after_a_tap_and_where_the_phone_is_goes_nowhere() {
    standsAt(STATION, 37.38, 117.97);
    standsAt(OTHER, 37.40, 118.10);
    try (Browser browser = Browser.open()) {
      allow(browser, 37.401, 118.1);
      browser.open(hub.url("/s/?lang=en"));
      browser.waitFor("#phone[data-ready=yes]");
      String before = String.valueOf(browser.script(NAMES));
      Object asked = browser.script("return performance.getEntriesByType('resource').length");

      browser.click("#nearest");
      browser.waitForText("#near", "The nearest stands first");

      assertThat(before).doesNotContain("about");
      assertThat(String.valueOf(browser.script(NAMES)))
          .matches("(?s)Bohai 7th Road\\s*about 100 m; Huanghe 5th Road\\s*about 12 km");
      assertThat(browser.script("return performance.getEntriesByType('resource').length"))
          .isEqualTo(asked);
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void a_phone_that_may_not_say_where_it_is_is_told_so_and_keeps_its_list() {
    standsAt(STATION, 37.38, 117.97);
    try (Browser browser = Browser.open()) {
      browser.devTools(
          "Browser.setPermission",
          Map.of(
              "origin", hub.url(""),
              "permission", new io.vertx.core.json.JsonObject().put("name", "geolocation"),
              "setting", "denied"));
      browser.open(hub.url("/s/?lang=en"));
      browser.waitFor("#phone[data-ready=yes]");

      browser.click("#nearest");
      browser.waitForText("#near", "The phone may not tell this page where it is");

      assertThat(String.valueOf(browser.script(NAMES))).contains("Huanghe", "Bohai");
    }
  }

  @Test
  void nothing_is_offered_where_no_station_has_a_position() {
    assertThat(phone.get("/s/?lang=en").body()).doesNotContain("id=\"near\"");
  }

  @Test
  void a_keeper_sees_the_way_to_their_page_on_their_own_shelf_only() {
    try (Browser browser = Browser.open()) {
      HubClient keeper = joined("赵", Volunteer.Kind.KEEPER, List.of(STATION));
      String cookie = keeper.cookies().get("yizhan-phone");
      browser.open(hub.url("/s/kiosk-01?lang=en"));
      browser.waitFor("#phone[data-step=look]");
      assertThat(browser.script("return document.getElementById('keep') === null")).isEqualTo(true);
      browser.devTools(
          "Network.setCookie",
          Map.of("name", "yizhan-phone", "value", String.valueOf(cookie), "url", hub.url("/")));

      browser.open(hub.url("/s/kiosk-01?lang=en"));
      browser.waitFor("#keep");
      browser.open(hub.url("/s/kiosk-02?lang=en"));
      browser.waitFor("#phone[data-step=look]");

      assertThat(browser.script("return document.getElementById('keep') === null")).isEqualTo(true);
    }
  }
}
