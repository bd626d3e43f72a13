package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yizhan.hub.people.AccountName;
import org.yizhan.hub.people.Role;

/** A lot is called back from every shelf. */
class LotPagesTest extends WithShelf {
  private static final String LOT = "/supplies/lots/mask/L27%2FA";

  @SuppressWarnings("NullAway.Init")
  private HubClient lin;

  @BeforeEach
  void stocked() {
    lin = joined("林");
    for (String station : new String[] {"kiosk-01", "kiosk-02"}) {
      lin.postJson(
          "/s/" + station + "/entries",
          message(
              key(),
              entry("mask")
                  .put("found", 10)
                  .put("now", 60)
                  .put("lot", "L27/A")
                  .put("expires", "2027-05-31")));
    }
  }

  @Test
  void in_two_clicks_and_every_shelf_asks_for_it_until_it_was_taken_off() {
    HubClient admin = signedIn(TestHub.NAME);

    assertThat(admin.get("/supplies/lots").body())
        .contains("L27/A")
        .contains("at most 100 units at 2 stations")
        .contains("href=\"" + LOT + "\"");
    assertThat(admin.get(LOT).body()).contains("Huanghe 5th Road").contains("Bohai 7th Road");
    HttpResponse<String> recalled = admin.submit(LOT, LOT + "/recall", Map.of());

    assertThat(recalled.statusCode()).as(recalled.body()).isEqualTo(303);
    assertThat(item(lin, "mask").getString("doubt"))
        .isEqualTo("Lot L27/A is called back: take it off the shelf.");
    assertThat(admin.get("/supplies").body())
        .contains("Lot L27/A is called back: take it off (50 at most).");

    send(
        lin,
        message(
            key(), entry("mask").put("removed", 50).put("reason", "recalled").put("lot", "L27/A")));

    assertThat(item(lin, "mask").getValue("doubt")).isNull();
    assertThat(admin.get(LOT).body()).doesNotContain("Huanghe 5th Road").contains("Bohai 7th Road");
  }

  @Test
  void a_shelf_counted_empty_holds_no_lot() {
    send(lin, message(key(), entry("mask").put("found", 0)));

    assertThat(signedIn(TestHub.NAME).get(LOT).body()).doesNotContain("Huanghe 5th Road");
  }

  /** Such a lot could not be called back: the count of nothing hid what was put in with it. */
  @Test
  void what_fills_a_shelf_that_was_found_empty_is_a_lot_on_it() {
    JsonObject filled = entry("mask").put("found", 0).put("now", 40).put("lot", "L27/A");
    clock.advance(Duration.ofDays(1));
    send(lin, message(key(), filled));

    assertThat(signedIn(TestHub.NAME).get("/supplies/lots").body())
        .contains("at most 90 units at 2 stations");
  }

  @Test
  void a_mistake_is_taken_back() {
    HubClient admin = signedIn(TestHub.NAME);
    admin.submit(LOT, LOT + "/recall", Map.of());

    admin.submit(LOT, LOT + "/withdraw", Map.of());

    assertThat(item(lin, "mask").getValue("doubt")).isNull();
  }

  @Test
  void who_only_looks_calls_nothing_back() {
    hub.parts().accounts().put(new AccountName("viewer"), Role.UNION_VIEWER, TestHub.PASSWORD);
    HubClient viewer = signedIn("viewer");

    String token = viewer.token("/account");
    HttpResponse<String> answer = viewer.post(LOT + "/recall", Map.of("form-token", token));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(item(lin, "mask").getValue("doubt")).isNull();
  }

  private HubClient signedIn(String name) {
    HubClient client = new HubClient(hub);
    client.cookies().put("lang", "en");
    client.signIn(name, TestHub.PASSWORD);
    return client;
  }
}
