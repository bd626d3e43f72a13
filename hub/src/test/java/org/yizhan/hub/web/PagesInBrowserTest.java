package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PagesInBrowserTest extends WithHub {
  private static final List<String> PAGES =
      List.of("/", "/stations/liaocheng-02", "/usage", "/silent", "/account");

  @Test
  void shows_a_visit_on_the_open_page_as_it_happens() {
    hub.withAccount();
    try (Browser browser = Browser.open()) {
      PagesGallery.signIn(browser, hub);
      browser.open(hub.url("/stations/liaocheng-01?lang=en"));
      browser.waitFor(".livestate[data-state=open]");
      assertThat(browser.text(".figures .big")).isEqualTo("2");

      network.visit("liaocheng-01");

      browser.waitForText(".figures .big", "3");
      browser.waitForText(".facts", "Admitted by card");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void draws_the_charts_under_its_own_strict_policy() {
    hub.withAccount();
    try (Browser browser = Browser.open()) {
      PagesGallery.signIn(browser, hub);

      browser.open(hub.url("/usage?lang=en"));

      browser.waitFor("[data-chart=days] canvas");
      browser.waitFor("[data-chart=hours] canvas");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void fits_a_phone_and_a_thumb() {
    hub.withAccount();
    try (Browser browser = Browser.open()) {
      PagesGallery.signIn(browser, hub);
      browser.size(390, 844);

      for (String page : PAGES) {
        browser.open(hub.url(page + "?lang=en"));
        browser.waitFor("main h1");
        assertThat(browser.script("return document.documentElement.scrollWidth"))
            .as("%s is as wide as the phone", page)
            .isEqualTo(390);
        assertThat(browser.script(SMALL_TARGETS))
            .as("too small to touch on %s", page)
            .isEqualTo("");
      }
    }
  }

  private static final String SMALL_TARGETS =
      """
      return [...document.querySelectorAll('a[href], button, select, input:not([type=hidden]), summary')]
        .filter(e => e.getClientRects().length > 0 && !e.matches('.skip'))
        .filter(e => e.getBoundingClientRect().height < 47.5)
        .map(e => e.outerHTML.slice(0, 80)).join('; ');
      """;
}
