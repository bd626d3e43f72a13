package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yizhan.hub.people.Volunteer;
import org.yizhan.station.StationId;

/** The volunteers' pages as they are served: to look at, to join, to install. */
class PhonePagesTest extends WithShelf {
  private String invitation(int uses, StationId... stations) {
    return hub.parts()
        .shelves()
        .volunteers()
        .invite(Volunteer.Kind.VOLUNTEER, List.of(stations), Duration.ofDays(1), uses);
  }

  @Test
  void anybody_may_look_at_a_shelf_in_both_languages() {
    String zh = phone.get("/s/kiosk-01?lang=zh").body();
    String en = phone.get("/s/kiosk-01?lang=en").body();

    assertThat(zh).contains("<html lang=\"zh-CN\">", "<h1>黄河五路驿站</h1>");
    assertThat(en).contains("<html lang=\"en\">", "<h1>Huanghe 5th Road</h1>");
    assertThat(en.replace("中文", "")).doesNotContainPattern("\\p{IsHan}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/s/nowhere-01", "/s/%3Cscript%3E", "/s/KIOSK"})
  void a_shelf_that_is_not_there_is_told_kindly(String path) {
    HttpResponse<String> answer = phone.get(path + "?lang=en");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("There is no such station.");
  }

  @Test
  void the_emptiest_station_stands_first_with_who_is_on_the_way() {
    HubClient lin = joined("林");
    lin.postJson("/s/kiosk-02/entries", message(key(), entry("mask").put("found", 1)));
    lin.postJson("/s/kiosk-02/claim", new JsonObject().put("round", key()));

    String page = lin.get("/s/").body();

    assertThat(page).contains("1 thing is below the minimum: Masks", "林 is on the way");
    assertThat(page.indexOf("Bohai 7th Road")).isLessThan(page.indexOf("Huanghe 5th Road"));
  }

  @Test
  void who_is_on_the_way_is_named_only_to_those_let_in_there() {
    HubClient lin = joined("林");
    lin.postJson("/s/kiosk-01/claim", new JsonObject().put("round", key()));
    HubClient elsewhere = joined("王", Volunteer.Kind.VOLUNTEER, List.of(OTHER));

    for (HubClient outsider : List.of(phone, elsewhere)) {
      JsonObject round = shelf(outsider).getJsonObject("round");
      assertThat(round.fieldNames()).containsExactlyInAnyOrder("mine", "claimed", "due", "overdue");
      assertThat(outsider.get("/s/kiosk-01?lang=en").body()).doesNotContain("林");
      assertThat(outsider.get("/s/?lang=en").body())
          .contains("Somebody is on the way since 12:30")
          .doesNotContain("林");
    }
    assertThat(shelf(joined("孙")).getJsonObject("round").getString("by")).isEqualTo("林");
  }

  @Test
  void a_phone_that_sends_too_much_is_asked_to_wait_and_nobody_else_is() {
    HubClient lin = joined("林");
    for (int i = 0; i < EntryPace.MESSAGES_A_MINUTE_MAX; i++) {
      assertThat(send(lin, message(key(), entry("mask").put("found", 9))).statusCode())
          .isEqualTo(200);
    }
    clock.advance(Duration.ofSeconds(20));

    HttpResponse<String> tooMuch = send(lin, message(key(), entry("mask").put("found", 8)));
    HttpResponse<String> another = send(joined("王"), message(key(), entry("mask").put("found", 7)));
    clock.advance(Duration.ofSeconds(40));

    assertThat(tooMuch.statusCode()).isEqualTo(429);
    assertThat(tooMuch.headers().firstValue("Retry-After")).contains("40");
    assertThat(problem(tooMuch)).contains("stays on your phone", "in 40 seconds");
    assertThat(another.statusCode()).isEqualTo(200);
    assertThat(send(lin, message(key(), entry("mask").put("found", 6))).statusCode())
        .isEqualTo(200);
  }

  @Test
  void where_a_station_stands_comes_with_the_list_and_the_phone_may_be_asked_where_it_is() {
    standsAt(OTHER, 37.4, 118.1);

    HttpResponse<String> list = phone.get("/s/?lang=en");

    assertThat(list.body()).containsOnlyOnce("data-lat=\"37.4\" data-lon=\"118.1\"");
    assertThat(list.headers().firstValue("Permissions-Policy").orElseThrow())
        .contains("geolocation=(self)");
    assertThat(phone.get("/sign-in").headers().firstValue("Permissions-Policy").orElseThrow())
        .contains("geolocation=()");
    assertThat(phone.get("/s/?place=guangxi&lang=en").body()).doesNotContain("data-lat");
  }

  @Test
  void an_invitation_lets_a_phone_in_and_leads_to_the_station_it_names() {
    String path = "/join/" + invitation(1, STATION);

    HttpResponse<String> answer = phone.submit(path, path, Map.of("nickname", " 小 林 "));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/s/kiosk-01");
    assertThat(shelf(phone).getJsonObject("me").getString("name")).isEqualTo("小 林");
    assertThat(shelf(phone).getBoolean("mayEnter")).isTrue();
  }

  @Test
  void an_invitation_for_no_station_of_its_own_leads_to_those_that_need_something() {
    String path = "/join/" + invitation(1);

    HttpResponse<String> answer = phone.submit(path, path, Map.of("nickname", "Lin"));

    assertThat(answer.headers().firstValue("Location")).contains("/s/");
  }

  @Test
  void an_invitation_outlives_one_of_its_stations_and_not_the_last() {
    String both = invitation(1, STATION, OTHER);
    String one = invitation(1, OTHER);
    database.change(
        handle -> handle.execute("UPDATE station SET retired_ms = 1 WHERE id = ?", OTHER.value()));

    HttpResponse<String> joined = join(both);
    HttpResponse<String> late = join(one);

    assertThat(joined.statusCode()).isEqualTo(303);
    assertThat(late.statusCode()).isLessThan(500).isNotEqualTo(303);
    assertThat(hub.parts().shelves().volunteers().invitation(one)).isPresent();
  }

  private HttpResponse<String> join(String invitation) {
    return new HubClient(hub)
        .submit("/join/" + invitation, "/join/" + invitation, Map.of("nickname", "林"));
  }

  @Test
  void an_invitation_that_is_used_up_expired_or_broken_is_told_kindly() {
    String once = "/join/" + invitation(1);
    String late = "/join/" + invitation(5);
    phone.submit(once, once, Map.of("nickname", "Lin"));
    clock.advance(Duration.ofDays(2));

    for (String path : List.of(once, late, "/join/nonsense", "/join/" + "A".repeat(32))) {
      HttpResponse<String> answer = phone.get(path + "?lang=en");
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.body()).contains("This invitation has been used up");
    }
  }

  @Test
  void a_nickname_that_is_none_is_asked_again_and_costs_no_use() {
    String path = "/join/" + invitation(1);
    phone.get("/s/?lang=en");

    HttpResponse<String> answer = phone.submit(path, path, Map.of("nickname", "x".repeat(21)));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("Please give a nickname of 1 to 20 characters.");
    assertThat(phone.submit(path, path, Map.of("nickname", "Lin")).statusCode()).isEqualTo(303);
  }

  @Test
  void nobody_joins_by_a_form_that_is_not_ours() {
    String path = "/join/" + invitation(1);
    phone.get(path);

    HttpResponse<String> answer = phone.post(path, Map.of("nickname", "Lin"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(shelf(phone).getValue("me")).isNull();
  }

  @Test
  void the_camera_and_pictures_just_taken_are_allowed_on_these_pages_only() {
    HttpResponse<String> shelf = phone.get("/s/kiosk-01");
    HttpResponse<String> other = phone.get("/sign-in");

    assertThat(shelf.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "img-src 'self' blob:", "worker-src 'self'")
        .doesNotContain("unsafe");
    assertThat(shelf.headers().firstValue("Permissions-Policy").orElseThrow())
        .contains("camera=(self)");
    assertThat(other.headers().firstValue("Content-Security-Policy").orElseThrow())
        .doesNotContain("blob:", "worker-src");
    assertThat(other.headers().firstValue("Permissions-Policy").orElseThrow())
        .contains("camera=()");
  }

  @Test
  void every_file_the_worker_keeps_is_there_and_kept_for_ever() {
    String worker = phone.get("/s/sw.js").body();
    Matcher files = Pattern.compile("const FILES = (\\[.*?]);").matcher(worker);
    assertThat(files.find()).isTrue();

    for (Object file : new JsonArray(files.group(1))) {
      HttpResponse<String> answer = phone.get(String.valueOf(file));
      assertThat(answer.statusCode()).as("%s", file).isEqualTo(200);
      assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
    }
    assertThat(worker).doesNotContainPattern("(?m)^(import|export) ");
    assertThat(phone.get("/s/sw.js").headers().firstValue("Cache-Control")).contains("no-cache");
    assertThat(phone.get("/s/app/0000000000000000/main.js").statusCode()).isEqualTo(404);
  }

  @Test
  void the_page_can_be_installed() {
    JsonObject manifest = new JsonObject(phone.get("/s/manifest.webmanifest?lang=en").body());

    assertThat(manifest.getString("start_url")).isEqualTo("/s/");
    assertThat(manifest.getString("scope")).isEqualTo("/s/");
    assertThat(manifest.getString("display")).isEqualTo("standalone");
    for (Object icon : manifest.getJsonArray("icons")) {
      HttpResponse<String> answer = phone.get(((JsonObject) icon).getString("src"));
      assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
    }
  }
}
