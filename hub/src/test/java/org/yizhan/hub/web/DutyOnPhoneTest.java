package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yizhan.hub.duty.book.DutyBook;

/** A rider signs on the phone, with a network and without. */
class DutyOnPhoneTest extends WithPhone {
  private void rota() {
    LocalDate monday = LocalDate.parse("2026-11-23");
    List<DutyBook.Wish> groups =
        List.of(
            new DutyBook.Wish(Optional.empty(), "Riders one"),
            new DutyBook.Wish(Optional.empty(), "Riders two"));
    hub.parts().shelves().duty().book().arrange(STATION, groups, monday, monday);
  }

  private void openDuty(Browser browser) {
    browser.waitFor("#phone[data-ready=yes]");
    new VolunteersHand(browser).tap("a.way[href$=\"#duty\"]");
    browser.waitFor("#phone[data-step=duty]");
  }

  @Test
  void what_is_signed_without_a_network_is_sent_once_there_is_one() {
    rota();
    try (PhoneNetwork network = network();
        Browser browser = Browser.open()) {
      join(browser, network);
      openDuty(browser);
      browser.waitForText(".turns", "Riders one");
      network.cut();
      new VolunteersHand(browser).tap("#task-door");
      browser.waitFor("#task-door[aria-pressed=true]");
      browser.open(network.url("/s/kiosk-01#duty"));
      browser.waitFor("#task-door[aria-pressed=true]");

      new VolunteersHand(browser).tap("#sign-opened");
      browser.waitForText("#status", "1 waiting to be sent");
      browser.waitForText("#signed", "waiting to be sent");
      assertThat(answered("/s/:id/duty", 200)).isZero();
      network.mend();
      browser.waitForText("#status", "Works without a network");
      browser.waitForText("#signed", "Lin · helping out");

      assertThat(answered("/s/:id/duty", 200)).isEqualTo(1);
      assertThat(browser.text("#signed")).contains("Opened", "Door").doesNotContain("waiting");
      assertThat(browser.complaints())
          .allMatch(complaint -> complaint.contains("net::ERR") || complaint.contains("favicon"));
    }
  }

  @Test
  void a_rider_chooses_a_group_and_asks_for_a_swap() {
    rota();
    try (PhoneNetwork network = network();
        Browser browser = Browser.open()) {
      join(browser, network);
      openDuty(browser);
      browser.script(
          "const choice = document.getElementById('duty-group'); choice.selectedIndex = 1;"
              + " choice.dispatchEvent(new Event('change'))");
      browser.waitForText(".turns", "Riders one · your group");

      new VolunteersHand(browser).tap("#swaps summary");
      new VolunteersHand(browser).tap("#swap-ask");

      browser.waitForText("#swaps", "not answered yet");
      browser.waitFor("[data-answer=withdrawn]");
    }
  }
}
