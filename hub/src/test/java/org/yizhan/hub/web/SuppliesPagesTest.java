package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.yizhan.hub.people.ApiTokens;
import org.yizhan.hub.store.sqlite.OutlookRows;

/** What the union sees of supplies. */
class SuppliesPagesTest extends WithShelf {
  @Test
  void says_what_is_missing_where_what_to_bring_and_who_is_on_the_way() {
    HubClient lin = joined("林");
    send(lin, message(key(), entry("water-550ml").put("found", 5), entry("mask").put("found", 59)));
    lin.postJson("/s/kiosk-01/claim", new JsonObject().put("round", key()));

    String page = supplies();

    assertThat(page)
        .contains("One station of 2 need something now or soon.")
        .contains("bring 91")
        .contains("4 boxes of 24")
        .contains("林 is on the way")
        .doesNotContain("Masks")
        .contains("4 items have never been counted.");
  }

  @Test
  void says_how_long_it_lasts_when_enough_is_known_and_that_it_is_not_known_before() {
    HubClient lin = joined("林");
    countDaily(lin, 5);
    reckon();
    String early = supplies();
    countDaily(lin, 25);
    reckon();

    assertThat(early).contains("how long it lasts is not known yet (4 days of use known)");
    assertThat(supplies()).containsPattern("gone in \\d+ to \\d+ days|gone in \\d+ days");
  }

  @Test
  void says_what_will_expire_before_it_is_used_and_what_has() {
    HubClient lin = joined("林");
    countDaily(lin, 20);
    send(
        lin,
        message(
            key(),
            entry("mask").put("found", 4).put("now", 60).put("expires", "2026-12-24"),
            entry("water-550ml").put("found", 90)));
    reckon();

    assertThat(supplies()).containsPattern("\\d+ of them will probably not be used by their last");

    clock.advance(Duration.ofDays(40));
    reckon();

    assertThat(supplies()).contains("are past their last day");
  }

  @Test
  void a_contradiction_is_shown_in_words() {
    HubClient lin = joined("林");
    send(lin, message(key(), entry("mask").put("found", 30)));
    clock.advance(Duration.ofDays(1));
    send(lin, message(key(), entry("mask").put("found", 50)));

    assertThat(supplies())
        .contains("At most 30 could be there, 50 were counted")
        .contains("Huanghe 5th Road");
  }

  @Test
  void says_how_sure_an_older_count_is_and_that_a_fresh_one_is_exact() {
    HubClient lin = joined("林");
    countDaily(lin, 25);
    send(lin, message(key(), entry("mask").put("found", 19)));
    reckon();
    String fresh = supplies();
    clock.advance(Duration.ofDays(5));
    reckon();

    assertThat(fresh).contains("Masks", "class=\"sure\">exact<");
    assertThat(supplies()).containsPattern("class=\"sure\">probably \\d+–\\d+ masks<");
    assertThat(item(lin, "mask").getString("sure")).matches("probably \\d+–\\d+ masks");
    HubClient union = new HubClient(hub);
    union.signIn();
    assertThat(union.get("/stations/kiosk-01?lang=zh").body())
        .containsPattern("class=\"sure\">大概 \\d+–\\d+<");
  }

  /** What was counted a moment ago is not doubted by what was reckoned before. */
  @Test
  void says_nothing_of_a_level_that_moved_since_it_was_reckoned() {
    HubClient lin = joined("林");
    countDaily(lin, 25);
    clock.advance(Duration.ofDays(5));
    reckon();

    send(lin, message(key(), entry("mask").put("found", 3)));

    assertThat(supplies()).contains("Masks").doesNotContain("class=\"sure\"");
  }

  @Test
  void says_that_there_may_be_fewer_where_the_demand_is_unknown() {
    HubClient lin = joined("林");
    send(lin, message(key(), entry("mask").put("found", 5)));
    clock.advance(Duration.ofDays(2));
    reckon();

    assertThat(supplies()).contains("class=\"sure\">maybe fewer by now<");
  }

  @Test
  void other_programs_are_told_as_well_how_sure_a_level_is() {
    HubClient lin = joined("林");
    send(lin, message(key(), entry("water-550ml").put("found", 90)));
    countDaily(lin, 25);
    clock.advance(Duration.ofDays(3));
    JsonObject before = level("mask");
    reckon();

    JsonObject mask = level("mask");

    assertThat(before.getValue("sure")).isNull();
    assertThat(before.containsKey("unitsP10")).isTrue();
    assertThat(mask.getString("sure")).isEqualTo("between");
    assertThat(mask.getInteger("unitsP10")).isLessThan(mask.getInteger("unitsP90"));
    assertThat(mask.getInteger("unitsP90")).isLessThanOrEqualTo(mask.getInteger("units"));
    assertThat(level("water-550ml").getString("sure")).isEqualTo("maybe-fewer");
    assertThat(level("water-550ml").getValue("unitsP10")).isNull();
    assertThat(level("heat-pad").getValue("sure")).isNull();
  }

  private JsonObject level(String item) {
    String bearer = "Bearer " + hub.parts().tokens().issue("test", ApiTokens.Scope.READ);
    var answer = phone.get("/api/v1/stations/kiosk-01", "Authorization", bearer);
    ApiTest.assertFits("/stations/{id}", "200", answer);
    return new JsonObject(answer.body())
        .getJsonArray("stock").stream()
            .map(JsonObject.class::cast)
            .filter(level -> item.equals(level.getString("item")))
            .findFirst()
            .orElseThrow();
  }

  private void countDaily(HubClient lin, int days) {
    for (int day = 0; day < days; day++) {
      clock.advance(Duration.ofDays(1));
      send(lin, message(key(), entry("mask").put("found", 18 - day % 3).put("now", 19)));
    }
  }

  private void reckon() {
    assertThat(new OutlookRows(database).refresh(clock.instant())).isPositive();
    assertThat(new OutlookRows(database).refresh(clock.instant())).isZero();
  }

  private String supplies() {
    HubClient union = new HubClient(hub);
    union.cookies().put("lang", "en");
    union.signIn();
    return union.get("/supplies").body();
  }
}
