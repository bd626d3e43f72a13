package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Each step of the volunteers' page: wide as the phone, large enough to touch, dark enough to read.
 */
class PhoneLookTest extends WithPhone {
  @Test
  void every_step_fits_a_thumb_and_an_eye_in_both_languages_and_lights() {
    empty();
    try (PhoneNetwork network = network();
        Browser browser = Browser.open()) {
      browser.size(390, 844);
      browser.open(network.url("/s/?lang=en"));
      check(browser, "needy");
      join(browser, network);
      for (String language : List.of("zh", "en")) {
        browser.open(network.url("/s/kiosk-01?lang=" + language));
        walk(browser, network, language);
      }
    }
  }

  private void walk(Browser browser, PhoneNetwork network, String language) {
    VolunteersHand hand = new VolunteersHand(browser);
    browser.waitFor("#claim");
    check(browser, "look " + language);
    hand.go();
    hand.fill("water-550ml");
    hand.tap("#item-mask summary");
    hand.photograph(VolunteersHand.picture(folder));
    check(browser, "fill " + language);
    hand.tap("#scan");
    browser.waitFor(".scanner[open]");
    check(browser, "scan " + language);
    browser.click(".scanner .close");
    hand.tap("#back");
    browser.waitFor("#phone[data-step=pack]");
    check(browser, "pack " + language);
    hand.tap("#here");
    network.cut();
    hand.tap("#done");
    browser.waitFor("#outcome[data-state=kept]");
    check(browser, "kept " + language);
    network.mend();
    browser.waitFor("#outcome[data-state=closed]");
    check(browser, "closed " + language);
    hand.tap("#to-shelf");
    hand.tap("#here");
    browser.type("#item-mask input[name=found]", "9999");
    hand.tap("#done");
    browser.waitFor(".refused .edit");
    check(browser, "refused " + language);
    browser.click(".refused .discard");
    browser.waitForText(
        ".refused .discard", language.equals("zh") ? "确定丢弃？" : "Throw away for good?");
    browser.click(".refused .discard");
    browser.waitFor("#status:not(:has(.refused))");
    hand.tap("#go-on");
    hand.tap("#give-back");
    browser.waitFor("#claim");
    browser.waitFor("#status:not(:has(.waiting))");
    empty();
  }

  private static void check(Browser browser, String step) {
    browser.waitFor("main h1");
    assertThat(browser.script("return document.documentElement.scrollWidth"))
        .as("%s is as wide as the phone", step)
        .isEqualTo(390);
    assertThat(
            browser.script(
                PagesInBrowserTest.SMALL_TARGETS.replace(
                    "input:not([type=hidden])", "input:not([type=hidden]):not(.hidden)")))
        .as("too small to touch on %s", step)
        .isEqualTo("");
    assertThat(browser.script(PagesInBrowserTest.CUT_OFF)).as("cut off on %s", step).isEqualTo("");
    for (boolean dark : new boolean[] {false, true}) {
      browser.dark(dark);
      // the page takes its time to change its colours on a busy machine
      Browser.waitUntil(
          "nothing is faint on " + step + (dark ? " in the dark" : ""),
          () -> "".equals(browser.script(PagesInBrowserTest.FAINT_TEXTS)));
    }
  }
}
