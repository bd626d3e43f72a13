package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yizhan.hub.catalogue.Catalogue;
import org.yizhan.hub.catalogue.CatalogueItem;
import org.yizhan.hub.catalogue.Keeping;
import org.yizhan.hub.stock.Outlook;
import org.yizhan.hub.store.sqlite.OutlookRows;
import org.yizhan.station.ItemCode;

/** Goods are handed out until so many days before the last day printed on them. */
class ExpiryRuleTest extends WithShelf {
  @SuppressWarnings("NullAway.Init")
  private HubClient lin;

  @BeforeEach
  void masks_until_the_twentieth_of_december() {
    lin = joined("林");
    send(
        lin,
        message(
            key(),
            entry("mask")
                .put("found", 0)
                .put("now", 50)
                .put("lot", "L1")
                .put("expires", "2026-12-20")));
    reckon();
  }

  @Test
  void without_a_rule_they_are_handed_out_on_the_last_day_itself() {
    clock.advance(Duration.ofDays(27)); // the 20th
    reckon();

    assertThat(item(lin, "mask").getValue("doubt")).isNull();
    assertThat(lots()).contains("until 20 Dec 2026").doesNotContain("take it off");

    clock.advance(Duration.ofDays(1));
    reckon();

    assertThat(item(lin, "mask").getString("doubt"))
        .isEqualTo("50 were to be handed out until 20 Dec 2026: take them off the shelf.");
    assertThat(lots()).contains("past its day");
  }

  @Test
  void a_rule_takes_them_off_the_day_after_so_many_days_before_the_last() {
    rule(10);
    clock.advance(Duration.ofDays(17)); // the 10th
    reckon();
    assertThat(item(lin, "mask").getValue("doubt")).isNull();
    assertThat(lots()).doesNotContain("take it off");

    clock.advance(Duration.ofDays(1));
    reckon();

    assertThat(item(lin, "mask").getString("doubt"))
        .isEqualTo("50 were to be handed out until 10 Dec 2026: take them off the shelf.");
    assertThat(lots()).contains("no longer handed out: take it off").doesNotContain("past its day");
    assertThat(signedIn().get("/supplies").body())
        .contains("50 are past their last day to be handed out, 10 Dec 2026: take them off.");
    assertThat(expiring().unused()).contains(50); // what the notice is told by
  }

  @Test
  void a_rule_that_changes_is_followed_at_once() {
    rule(5);
    reckon();

    assertThat(expiring().day()).hasToString("2026-12-15");
    assertThat(new OutlookRows(database).refresh(clock.instant())).isZero();

    rule(5); // saved again, nothing to reckon

    assertThat(new OutlookRows(database).refresh(clock.instant())).isZero();
  }

  @Test
  void an_entry_is_refused_only_when_the_printed_day_itself_is_past() {
    rule(30);

    HttpResponse<String> near =
        send(lin, message(key(), entry("mask").put("now", 55).put("expires", "2026-11-24")));
    HttpResponse<String> past =
        send(lin, message(key(), entry("mask").put("now", 60).put("expires", "2026-11-22")));

    assertThat(near.statusCode()).as(near.body()).isEqualTo(200);
    assertThat(past.statusCode()).isEqualTo(400);
    assertThat(problem(past)).contains("what you put in is past its day");
  }

  @Test
  void the_list_tells_rules_in_words_and_medicine_and_food_have_theirs() {
    rule(1);

    assertThat(signedIn().get("/supplies/catalogue").body())
        .contains("all year, handed out until a day before its last")
        .contains("summer, handed out until 30 days before its last") // Huoxiang Zhengqi
        .contains("all year, handed out until 7 days before its last") // noodles
        .contains("winter, handed out until its last day") // heat pads
        .contains("usually 5 to 20 packs, 10 in a box, all year<"); // tissues
  }

  private Outlook.Expiring expiring() {
    return hub.parts().readings().stock(STATION, clock.instant()).stream()
        .filter(level -> level.item().value().equals("mask"))
        .findFirst()
        .orElseThrow()
        .outlook()
        .orElseThrow()
        .expiring()
        .orElseThrow();
  }

  private void rule(int days) {
    Catalogue catalogue = hub.parts().shelves().catalogue();
    CatalogueItem mask = catalogue.item(new ItemCode("mask")).orElseThrow();
    CatalogueItem ruled =
        new CatalogueItem(
            mask.code(),
            mask.name(),
            mask.unit(),
            mask.pack(),
            mask.millilitres(),
            mask.picture(),
            mask.expires(),
            days,
            mask.seasons(),
            mask.minimum(),
            mask.target());
    assertThat(catalogue.keep(ruled, List.of(), Optional.of(catalogue.mark(mask))))
        .isEqualTo(new Keeping.Kept());
  }

  private void reckon() {
    assertThat(new OutlookRows(database).refresh(clock.instant())).isPositive();
  }

  private String lots() {
    return signedIn().get("/supplies/lots").body();
  }

  private HubClient signedIn() {
    HubClient admin = new HubClient(hub);
    admin.cookies().put("lang", "en");
    admin.signIn();
    return admin;
  }
}
