package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yizhan.hub.catalogue.CatalogueItem;
import org.yizhan.hub.web.view.Pictogram;
import org.yizhan.station.ItemCode;

/** Goods are pictured by drawings of ours, and by what a union chose itself. */
class PictogramTest extends WithShelf {
  private static final String SHEET =
      new String(Assets.read("/web/goods.svg"), StandardCharsets.UTF_8);

  @Test
  void all_goods_of_the_ready_catalogue_have_a_drawing_of_their_own() {
    Map<String, String> drawn = new TreeMap<>();

    for (CatalogueItem item : hub.parts().shelves().catalogue().items().values()) {
      String symbol = Pictogram.of(Optional.of(item)).symbol();
      assertThat(SHEET).as("%s", item.code()).contains("<symbol id=\"" + symbol + "\"");
      assertThat(drawn.put(symbol, item.code().value())).as(symbol).isNull();
    }

    assertThat(drawn).hasSize(25);
  }

  @Test
  void goods_that_left_the_catalogue_are_a_box() {
    assertThat(Pictogram.of(Optional.empty()).symbol()).isEqualTo("box");
    assertThat(SHEET).contains("<symbol id=\"box\"");
  }

  @Test
  void a_union_that_chose_another_character_sees_its_own() {
    CatalogueItem mask = hub.parts().shelves().catalogue().item(new ItemCode("mask")).orElseThrow();
    hub.parts()
        .shelves()
        .catalogue()
        .keep(
            new CatalogueItem(
                mask.code(),
                mask.name(),
                mask.unit(),
                mask.pack(),
                mask.millilitres(),
                "口",
                mask.expires(),
                mask.withheldDays(),
                mask.seasons(),
                mask.minimum(),
                mask.target()),
            List.of(),
            Optional.of(hub.parts().shelves().catalogue().mark(mask)));

    assertThat(item(phone, "mask").getString("symbol")).isEmpty();
    assertThat(item(phone, "mask").getString("picture")).isEqualTo("口");
    assertThat(item(phone, "water-550ml").getString("symbol")).isEqualTo("water");
  }

  @Test
  void pages_and_phones_draw_them_under_the_strict_policy() {
    send(joined("王"), message(key(), entry("water-550ml").put("found", 3)));
    try (Browser browser = Browser.open()) {
      browser.open(hub.url("/s/kiosk-01?lang=en"));
      browser.waitFor("#phone[data-step=look] .picto use");
      assertDrawn(browser);
      PagesGallery.signIn(browser, hub);
      browser.open(hub.url("/supplies?lang=en"));
      browser.waitFor(".lines .picto use");
      assertDrawn(browser);
      browser.open(hub.url("/stations/kiosk-01?lang=en"));
      browser.waitFor(".stock .picto use");
      assertDrawn(browser);
      assertThat(browser.complaints()).isEmpty();
    }
  }

  /** A drawing that was not loaded, or not allowed, has no size of its own. */
  private static void assertDrawn(Browser browser) {
    Browser.waitUntil(
        "the bottle is drawn",
        () ->
            Boolean.TRUE.equals(
                browser.script(
                    "return document.querySelector('.picto use[href$=\"#water\"]').getBBox().width"
                        + " > 5")));
  }
}
