package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yizhan.hub.rounds.Round;

/** The volunteers' page as a person uses it, in a real browser at the size of a phone. */
class PhoneInBrowserTest extends WithPhone {

  @Test
  void a_round_of_three_items_from_the_scanned_link_to_the_close_in_ten_taps() {
    empty();
    Path picture = VolunteersHand.picture(folder);
    try (PhoneNetwork network = network();
        Browser browser = Browser.open()) {
      join(browser, network);
      VolunteersHand hand = new VolunteersHand(browser);
      browser.open(network.url("/s/kiosk-01"));
      browser.waitForText("h1", "Huanghe 5th Road");

      hand.go();
      hand.fill("water-550ml", "mask", "heat-pad");
      hand.photograph(picture);
      hand.tap("#done");
      browser.waitForText("#outcome", "Closed. Thank you!");
      browser.waitForText("#status", "Works without a network");

      assertThat(hand.taps()).isLessThanOrEqualTo(10);
      assertThat(List.of(units("water-550ml"), units("mask"), units("heat-pad")))
          .containsExactly(96, 60, 80);
      Round round = hub.parts().shelves().rounds().latest(STATION, 1).getFirst();
      assertThat(round.ended().orElseThrow().how()).isEqualTo(Round.Ending.FILLED);
      assertThat(round.photos()).isEqualTo(1);
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void a_round_begun_without_network_is_kept_through_a_closed_browser_and_sent_once() {
    empty();
    Path picture = VolunteersHand.picture(folder);
    Path profile = folder.resolve("profile");
    try (PhoneNetwork network = network()) {
      try (Browser browser = Browser.openWith(profile)) {
        join(browser, network);
        browser.waitFor("#phone[data-ready=yes]");
        network.cut();
        VolunteersHand hand = new VolunteersHand(browser);
        browser.open(network.url("/s/kiosk-01"));
        hand.go();
        hand.fill("water-550ml");
      }
      try (Browser browser = Browser.openWith(profile)) {
        VolunteersHand hand = new VolunteersHand(browser);
        browser.open(network.url("/s/kiosk-01"));
        browser.waitFor("#phone[data-step=fill]");
        hand.fill("mask", "heat-pad");
        hand.photograph(picture);
        hand.tap("#done");
        browser.waitForText("#outcome", "Kept on this phone");
        browser.waitForText("#status", "3 waiting to be sent");
        assertThat(units("water-550ml")).isEqualTo(3);
      }
      network.mend();
      try (Browser browser = Browser.openWith(profile)) {
        browser.open(network.url("/s/kiosk-01"));
        browser.waitForText("#outcome", "Closed. Thank you!");
        browser.waitForText("#status", "Works without a network");
        browser.open(network.url("/s/kiosk-01"));
        browser.waitForText("#outcome", "Closed. Thank you!");
      }
    }

    assertThat(List.of(units("water-550ml"), units("mask"), units("heat-pad")))
        .containsExactly(96, 60, 80);
    assertThat(hub.parts().readings().lastFacts(STATION, 50)).hasSize(6);
    assertThat(hub.parts().shelves().rounds().latest(STATION, 5))
        .singleElement()
        .satisfies(round -> assertThat(round.ended()).isPresent())
        .satisfies(round -> assertThat(round.photos()).isEqualTo(1));
  }

  @Test
  void a_lot_is_asked_for_once_it_was_counted_how_many_were_there() {
    empty();
    try (PhoneNetwork network = network();
        Browser browser = Browser.open()) {
      join(browser, network);
      VolunteersHand hand = new VolunteersHand(browser);
      hand.tap("#here");
      hand.fill("water-550ml");
      browser.waitForText("#item-water-550ml .now", "count first how many were there");

      browser.type("#item-water-550ml input[name=found]", "3");
      browser.type("#item-water-550ml input[name=lot]", "L7");
      hand.tap("#done");
      browser.waitForText("#outcome", "Closed");

      assertThat(units("water-550ml")).isEqualTo(96);
      assertThat(hub.parts().shelves().recalls().lots())
          .anySatisfy(lot -> assertThat(lot.toString()).contains("L7", "93"));
    }
  }

  @Test
  void what_the_hub_refuses_is_said_and_can_be_put_right() {
    empty();
    try (PhoneNetwork network = network();
        Browser browser = Browser.open()) {
      join(browser, network);
      VolunteersHand hand = new VolunteersHand(browser);
      hand.tap("#here");
      browser.type("#item-mask input[name=found]", "9999");
      hand.tap("#done");
      browser.waitForText("#status", "Masks: so many never stand there. Is a digit too much?");
      assertThat(units("mask")).isEqualTo(7);

      hand.tap(".refused .edit");
      browser.waitFor("#item-mask input[name=found]");
      browser.script("document.querySelector('#item-mask input[name=found]').value = ''");
      browser.type("#item-mask input[name=found]", "9");
      hand.tap("#done");
      browser.waitForText("#outcome", "Closed");

      assertThat(units("mask")).isEqualTo(9);
      assertThat(browser.script("return document.querySelectorAll('.refused').length"))
          .isEqualTo(0);
    }
  }

  @Test
  void a_station_somebody_else_claimed_meanwhile_is_said_and_the_count_is_kept_all_the_same() {
    empty();
    try (PhoneNetwork network = network();
        Browser browser = Browser.open()) {
      join(browser, network);
      VolunteersHand hand = new VolunteersHand(browser);
      browser.waitFor("#phone[data-ready=yes]");
      network.cut();
      joined("王").postJson("/s/kiosk-01/claim", new JsonObject().put("round", key()));

      hand.tap("#claim");
      network.mend();
      browser.waitForText("#status", "王 is already on the way.");
      hand.tap("#here");
      hand.fill("mask");
      hand.tap("#done");
      browser.waitForText("#outcome", "Closed");

      assertThat(units("mask")).isEqualTo(60);
    }
  }
}
