package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesInBrowserTest extends WithHub {
  private static final List<String> PAGES =
      List.of(
          "/?",
          "/?place=guangxi&",
          "/stations/liaocheng-01?",
          "/stations/liaocheng-02?",
          "/stations/xuhui-24h?",
          "/stations/yiling-riders?",
          "/usage?",
          "/usage?station=yiling-riders&",
          "/usage?from=never&",
          "/silent?",
          "/silent?place=guangxi&",
          "/supplies?",
          "/supplies/plan?",
          "/supplies/lots?",
          "/supplies/catalogue?",
          "/supplies/catalogue/mask?",
          "/keep?",
          "/notices?",
          "/notices/new?",
          "/notices/new/dingtalk?",
          "/account?",
          "/nothing-here?",
          "/?place=%3C&");

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

      for (String page : inBothLanguages()) {
        browser.open(hub.url(page));
        browser.waitFor("main h1");
        assertThat(browser.script("return document.documentElement.scrollWidth"))
            .as("%s is as wide as the phone", page)
            .isEqualTo(390);
        assertThat(browser.script(SMALL_TARGETS))
            .as("too small to touch on %s", page)
            .isEqualTo("");
        assertThat(browser.script(CUT_OFF)).as("cut off on %s", page).isEqualTo("");
      }
    }
  }

  private static List<String> inBothLanguages() {
    return PAGES.stream().flatMap(p -> Stream.of(p + "lang=zh", p + "lang=en")).toList();
  }

  @Test
  void every_text_stands_out_from_what_is_behind_it_in_light_and_dark() {
    hub.withAccount();
    try (Browser browser = Browser.open()) {
      PagesGallery.signIn(browser, hub);
      browser.size(1440, 900);
      for (boolean dark : new boolean[] {false, true}) {
        browser.dark(dark);
        for (String page : PAGES) {
          browser.open(hub.url(page + "lang=en"));
          browser.waitFor("main h1");
          assertThat(browser.script(FAINT_TEXTS))
              .as("faint on %s, dark %s", page, dark)
              .isEqualTo("");
        }
      }
    }
  }

  @Test
  void says_that_the_hub_is_gone_and_goes_on_by_itself_once_it_is_back(@TempDir Path folder) {
    TestHub first = new TestHub(folder, network, clock).withAccount();
    int port = first.web().port();
    try (Browser browser = Browser.open()) {
      PagesGallery.signIn(browser, first);
      browser.open(first.url("/stations/liaocheng-01?lang=en"));
      browser.waitFor(".livestate[data-state=open]");

      first.close();
      browser.waitForText(".livestate", "interrupted");

      network.visit("liaocheng-01");
      try (TestHub second = new TestHub(folder, network, network, clock, port)) {
        assertThat(second.web().port()).isEqualTo(port);
        browser.waitFor(".livestate[data-state=open]");
        browser.waitForText(".figures .big", "3");
      }
    }
  }

  static final String CUT_OFF =
      """
      return [...document.querySelectorAll('main *, .nav, .nav *')]
        .filter(e => !e.closest('svg, .hidden, thead, select, canvas') && e.clientWidth > 0)
        .filter(e => e.getBoundingClientRect().right > innerWidth + 1 || e.scrollWidth > e.clientWidth + 1
          && getComputedStyle(e).display !== 'inline' && !e.matches('input'))
        .map(e => e.outerHTML.slice(0, 80)).join('; ');
      """;

  /** Contrast under 4.5 (WCAG 2.2, 1.4.3) of any text against the colours behind it. */
  static final String FAINT_TEXTS =
      """
      const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
      const over = (colours) => {
        canvas.clearRect(0, 0, 1, 1);
        for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
        return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
      };
      const light = (rgb) => rgb.map(v => v / 255)
        .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
        .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
      const faint = new Set();
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) {
        const e = walk.currentNode.parentElement;
        if (!walk.currentNode.data.trim() || e.closest('script, noscript, canvas, .hidden, .skip')
            || e.getClientRects().length === 0) continue;
        const behind = [];
        for (let p = e; p; p = p.parentElement) behind.unshift(getComputedStyle(p).backgroundColor);
        const ground = light(over(behind)), ink = light(over([...behind, getComputedStyle(e).color]));
        const ratio = (Math.max(ground, ink) + 0.05) / (Math.min(ground, ink) + 0.05);
        if (ratio < 4.5) faint.add(e.className + ' “' + walk.currentNode.data.trim() + '” ' + ratio.toFixed(2));
      }
      return [...faint].join('; ');
      """;

  static final String SMALL_TARGETS =
      """
      return [...document.querySelectorAll('a[href], button, select, input:not([type=hidden]), summary')]
        .filter(e => e.getClientRects().length > 0 && !e.matches('.skip'))
        .filter(e => (e.closest('label.check') ?? e).getBoundingClientRect().height < 47.5)
        .map(e => e.outerHTML.slice(0, 80)).join('; ');
      """;
}
