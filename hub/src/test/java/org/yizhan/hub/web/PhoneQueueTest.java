package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a phone keeps until the hub has it, and sends exactly as often as it must. */
class PhoneQueueTest extends WithPhone {
  private static final String ENTRIES = "/s/:id/entries";

  @Test
  void what_a_forgotten_phone_entered_waits_until_it_is_let_in_again() {
    empty();
    try (PhoneNetwork network = network();
        Browser browser = Browser.open()) {
      join(browser, network);
      VolunteersHand hand = new VolunteersHand(browser);
      hand.go();
      hand.fill("mask");
      browser.devTools("Network.clearBrowserCookies", Map.of());
      hand.tap("#done");
      browser.waitForText("#status", "Open your invitation link once on this phone");
      browser.waitForText("#status", "1 waiting to be sent");

      join(browser, network);
      browser.waitForText("#outcome", "Closed");

      assertThat(units("mask")).isEqualTo(60);
    }
  }

  @Test
  void a_hub_that_asks_to_wait_is_quoted_and_is_not_taken_for_a_lost_network() {
    empty();
    try (PhoneNetwork network = network();
        Browser browser = Browser.open()) {
      join(browser, network);
      browser.waitFor("#phone[data-ready=yes]");
      VolunteersHand hand = new VolunteersHand(browser);
      hand.go();
      hand.fill("mask");
      browser.script(
          "for (let i = 0; i < 65; i++) fetch('/s/kiosk-01/known', {method: 'POST', headers:"
              + " {'Content-Type': 'application/json'}, body: '{\"keys\": []}'})");
      hand.tap("#done");

      browser.waitForText("#status", "That was a lot at once");
      browser.waitForText("#status", "1 waiting to be sent");
      assertThat(browser.text("#status")).doesNotContain("No connection");
    }
  }

  @Test
  void two_tabs_send_once() {
    empty();
    try (PhoneNetwork network = network();
        Browser browser = Browser.open()) {
      join(browser, network);
      browser.waitFor("#phone[data-ready=yes]");
      VolunteersHand hand = new VolunteersHand(browser);
      hand.go();
      hand.fill("mask");
      network.cut();
      hand.tap("#done");
      browser.waitFor("#outcome[data-state=kept]");
      long before = answered(ENTRIES, 200);

      browser.script("for (let tab = 0; tab < 3; tab++) open(location.href)");
      network.mend();
      browser.waitForText("#outcome", "Closed");
      browser.waitForText("#status", "Works without a network");

      assertThat(answered(ENTRIES, 200) - before).isEqualTo(1);
    }
  }

  @Test
  void a_hub_restored_from_an_older_copy_is_sent_again_what_it_lost() {
    empty();
    try (PhoneNetwork network = network();
        Browser browser = Browser.open()) {
      join(browser, network);
      VolunteersHand hand = new VolunteersHand(browser);
      hand.go();
      hand.fill("mask");
      hand.photograph(VolunteersHand.picture(folder));
      hand.tap("#done");
      browser.waitForText("#outcome", "Closed");
      browser.waitForText("#status", "Works without a network");
      database.change(
          handle ->
              handle.execute(
                  "DELETE FROM shelf_entry WHERE kept_ms = (SELECT max(kept_ms) FROM shelf_entry)"));
      database.change(handle -> handle.execute("DELETE FROM proof_photo"));
      long entries = answered(ENTRIES, 200);

      browser.open(network.url("/s/kiosk-01"));
      browser.waitForText("#outcome", "Closed");
      browser.waitForText("#status", "Works without a network");
      Browser.waitUntil(
          "the picture is sent again", () -> answered("/s/:id/photos/:photo", 200) == 2);

      assertThat(answered(ENTRIES, 200) - entries).isEqualTo(1);
      assertThat(units("mask")).isEqualTo(60);
    }
  }

  @Test
  void a_file_that_is_no_picture_or_far_too_large_is_told_kindly() throws Exception {
    empty();
    Path text = java.nio.file.Files.writeString(folder.resolve("shelf.jpg.txt"), "no picture");
    Path large = folder.resolve("large.jpg");
    try (var file = new java.io.RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(50L * 1024 * 1024);
    }
    try (PhoneNetwork network = network();
        Browser browser = Browser.open()) {
      join(browser, network);
      new VolunteersHand(browser).tap("#here");

      browser.type("#camera", text.toString());
      browser.waitForText("#problem", "This is not a picture this phone can read");
      browser.type("#camera", large.toString());
      browser.waitForText("#problem", "This file is too large (50 MB)");

      assertThat(browser.script("return document.querySelectorAll('.thumbnail').length"))
          .isEqualTo(0);
    }
  }
}
