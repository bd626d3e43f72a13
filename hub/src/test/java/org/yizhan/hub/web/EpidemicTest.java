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

/** The union declares an epidemic: what is stocked in one is in season everywhere. */
class EpidemicTest extends WithShelf {
  private static final String CATALOGUE = "/supplies/catalogue";

  @BeforeEach
  void stocked_in_an_epidemic_only() {
    database.change(
        handle ->
            handle.execute(
                "UPDATE station SET profile_yaml = profile_yaml || ? WHERE id = ?",
                """
                  respirator-n95:
                    name: {zh: N95 口罩, en: N95 respirators}
                    minimum: 20
                    target: 80
                    season: [epidemic]
                """,
                STATION.value()));
  }

  @Test
  void what_is_stocked_only_then_is_missed_while_it_is_declared_and_not_before_nor_after() {
    HubClient admin = signedIn(TestHub.NAME);
    send(joined("林"), message(key(), entry("water-550ml").put("found", 90)));
    boolean before = onTheShelf();

    declare(admin, true);
    boolean meanwhile = onTheShelf();
    send(joined("王"), message(key(), entry("respirator-n95").put("found", 3)));
    String missing = admin.get("/supplies").body();
    declare(admin, false);

    assertThat(before).isFalse();
    assertThat(meanwhile).isTrue();
    assertThat(missing).contains("N95 respirators").contains("bring 77");
    assertThat(admin.get("/supplies").body()).doesNotContain("N95 respirators");
    assertThat(item(phone, "respirator-n95").getInteger("toBring")).isZero();
  }

  @Test
  void what_is_in_season_anyway_stays_so() {
    HubClient admin = signedIn(TestHub.NAME);
    int before = shelf(phone).getJsonArray("items").size();

    declare(admin, true);

    assertThat(shelf(phone).getJsonArray("items")).hasSize(before + 1);
  }

  @Test
  void the_page_says_since_when_and_by_whom_and_what_it_does() {
    HubClient admin = signedIn(TestHub.NAME);
    String before = admin.get(CATALOGUE).body();

    declare(admin, true);
    clock.advance(Duration.ofMinutes(5));
    declare(admin, true); // says it again

    assertThat(before)
        .contains("No epidemic is declared.")
        .contains("is in season at every station that has it")
        .contains("N95 respirators")
        .contains("20 in a box, epidemic");
    assertThat(admin.get(CATALOGUE).body())
        .containsPattern("declared since [^.]*23 Nov 2026, 12:30[^.]*, by " + TestHub.NAME + "\\.");
    admin.cookies().put("lang", "zh");
    assertThat(admin.get(CATALOGUE).body()).contains("起宣布疫情").contains("疫情期间");
  }

  @Test
  void who_only_looks_declares_none() {
    hub.parts().accounts().put(new AccountName("viewer"), Role.UNION_VIEWER, TestHub.PASSWORD);
    HubClient viewer = signedIn("viewer");

    String token = viewer.token("/account");
    HttpResponse<String> answer =
        viewer.post(CATALOGUE + "/epidemic", Map.of("form-token", token, "declared", "1"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("Only an administrator can declare an epidemic.");
    assertThat(onTheShelf()).isFalse();
  }

  private boolean onTheShelf() {
    return shelf(phone).getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .anyMatch(item -> item.getString("code").equals("respirator-n95"));
  }

  private static void declare(HubClient admin, boolean declared) {
    HttpResponse<String> answer =
        admin.submit(CATALOGUE, CATALOGUE + "/epidemic", Map.of("declared", declared ? "1" : "0"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
  }

  private HubClient signedIn(String name) {
    HubClient client = new HubClient(hub);
    client.cookies().put("lang", "en");
    client.signIn(name, TestHub.PASSWORD);
    return client;
  }
}
