package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yizhan.hub.matters.Matter;
import org.yizhan.hub.people.AccountName;
import org.yizhan.hub.people.Role;
import org.yizhan.hub.people.Volunteer;

/** Somebody at a station says what is wrong, gets a number and an answer, and rates it. */
class MatterPagesTest extends WithMatters {
  private static final Pattern PHOTO = Pattern.compile("src=\"(/[^\"]+/[0-9a-f]{32})\"");
  private static final Map<String, String> MICROWAVE = Map.of("thing", "microwave", "words", "冷的");

  private HubClient keeper() {
    return joined("赵", Volunteer.Kind.KEEPER, List.of(STATION));
  }

  private HttpResponse<String> microwave() {
    return tell(phone, STATION, "broken", MICROWAVE);
  }

  @Test
  void a_matter_gets_a_number_an_answer_and_a_rating() {
    String mine = link(microwave());
    clock.advance(Duration.ofHours(1));
    String told = phone.get(mine).body();
    answer(keeper(), "/matters/kiosk-01/1", "solved", "A new one stands there", jpeg());
    clock.advance(Duration.ofHours(1));
    String solved = phone.get(mine).body();
    HttpResponse<String> rated =
        phone.submit(mine, mine + "/rate", Map.of("rating", "satisfied", "words", "谢谢"));
    String closed = phone.get(mine).body();

    assertThat(told).contains("No. 1", "Microwave", "冷的", "waiting for an answer");
    assertThat(told).doesNotContain("How was it dealt with");
    assertThat(solved).contains("A new one stands there", "赵", "How was it dealt with");
    assertThat(rated.statusCode()).isEqualTo(303);
    assertThat(closed).contains("satisfied", "谢谢").doesNotContain("How was it dealt with");
  }

  @Test
  void who_answers_sees_words_picture_and_how_long_and_never_the_private_link() {
    HttpResponse<String> told = tell(phone, STATION, "broken", MICROWAVE, jpeg());
    clock.advance(Duration.ofDays(3));

    String list = keeper().get("/matters").body();
    String page = keeper().get("/matters/kiosk-01/1").body();
    Matcher photo = PHOTO.matcher(page);

    assertThat(list).contains("No. 1 Something is broken: Microwave", "冷的", "3 d");
    assertThat(photo.find()).isTrue();
    assertThat(keeper().get(photo.group(1)).statusCode()).isEqualTo(200);
    assertThat(phone.get(photo.group(1)).statusCode()).isEqualTo(404);
    assertThat(list + page).doesNotContain(id(told).value());
  }

  @Test
  void what_is_known_is_said_to_the_next_one_without_the_words() {
    microwave();
    clock.advance(Duration.ofDays(3));
    HubClient next = new HubClient(hub);
    next.cookies().put("lang", "zh");

    String here = next.get("/m/at/kiosk-01").body();
    answer(keeper(), "/matters/kiosk-01/1", "answered", "周三来修");
    String form = next.get("/m/at/kiosk-01/tell?kind=broken").body();

    assertThat(here).contains("东西坏了：微波炉：3 天前已反映，等待回应").doesNotContain("冷的");
    assertThat(form).contains("东西坏了：微波炉：3 天前已反映，正在处理").doesNotContain("冷的");
    assertThat(next.get("/m/at/kiosk-02").body()).doesNotContain("微波炉");
  }

  @Test
  void the_phone_finds_its_own_matters_again() {
    String mine = link(microwave());

    assertThat(phone.get("/m/at/kiosk-01").body()).contains("What you told us", mine);
    assertThat(new HubClient(hub).get("/m/at/kiosk-01").body()).doesNotContain(mine);
  }

  @Test
  void not_satisfied_opens_it_again_and_a_rating_counts_once() {
    String mine = link(microwave());
    answer(keeper(), "/matters/kiosk-01/1", "declined", "No money");
    String token = phone.token(mine);
    Map<String, String> rating = Map.of("form-token", token, "rating", "not-satisfied");
    phone.post(mine + "/rate", rating);
    phone.post(mine + "/rate", rating);

    assertThat(phone.get(mine).body()).contains("open again").doesNotContain("How was it dealt");
    assertThat(hub.parts().shelves().matters().steps(own().id())).hasSize(2);
    assertThat(keeper().get("/matters/kiosk-01/1").body()).contains("Send the answer");
  }

  private Matter own() {
    return hub.parts().shelves().matters().find(STATION, 1).orElseThrow();
  }

  @Test
  void an_unanswered_matter_cannot_be_rated() {
    String mine = link(microwave());
    String token = phone.token("/m/at/kiosk-01/tell?kind=wish");

    phone.post(mine + "/rate", Map.of("form-token", token, "rating", "satisfied"));

    assertThat(own().rating()).isEmpty();
  }

  @Test
  void a_found_thing_is_public_from_its_answer_until_it_is_given_back() {
    tell(phone, STATION, "found", Map.of("words", "蓝色雨伞"));
    tell(phone, STATION, "lost", Map.of("words", "我的伞"));
    HubClient next = new HubClient(hub);

    String before = next.get("/m/at/kiosk-01/found").body();
    String beside = keeper().get("/matters/kiosk-01/1").body();
    answer(keeper(), "/matters/kiosk-01/1", "answered", "在门卫处");
    String lies = next.get("/m/at/kiosk-01/found").body();
    answer(keeper(), "/matters/kiosk-01/1", "solved", "已领走");
    String gone = next.get("/m/at/kiosk-01/found").body();

    assertThat(beside).contains("我的伞");
    assertThat(before).doesNotContain("蓝色雨伞");
    assertThat(lies).contains("蓝色雨伞，2026年11月23日", "在门卫处").doesNotContain("我的伞");
    assertThat(gone).doesNotContain("蓝色雨伞");
  }

  @Test
  void a_volunteer_publishes_a_found_thing_at_once_with_its_picture() {
    Map<String, String> umbrella = Map.of("words", "A blue umbrella", "place", "At the desk");
    tell(joined("林"), STATION, "found", umbrella, jpeg());
    tell(phone, STATION, "found", Map.of("words", "A bag", "place", "Mine"), jpeg());

    String list = phone.get("/m/at/kiosk-01/found").body();
    Matcher photo = PHOTO.matcher(list);

    assertThat(list).contains("A blue umbrella", "At the desk").doesNotContain("A bag");
    assertThat(photo.find()).isTrue();
    assertThat(phone.get(photo.group(1)).statusCode()).isEqualTo(200);
  }

  @Test
  void volunteers_answer_where_they_help_and_accounts_everywhere_but_viewers_nowhere() {
    microwave();
    hub.parts().accounts().put(new AccountName("viewer"), Role.UNION_VIEWER, TestHub.PASSWORD);
    HubClient viewer = new HubClient(hub);
    viewer.signIn("viewer", TestHub.PASSWORD);
    HubClient admin = new HubClient(hub);
    admin.cookies().put("lang", "en");
    admin.signIn();
    HubClient elsewhere = joined("钱", Volunteer.Kind.VOLUNTEER, List.of(OTHER));
    String page = "/matters/kiosk-01/1";

    assertThat(viewer.get(page).body()).contains("冷的").doesNotContain("name=\"step\"");
    assertThat(
            sendForm(
                    viewer,
                    page,
                    Map.of("form-token", viewer.token("/account"), "step", "solved", "words", "x"))
                .statusCode())
        .isEqualTo(404);
    assertThat(elsewhere.get(page).statusCode()).isEqualTo(404);
    assertThat(elsewhere.get("/matters").body()).contains("No open matters");
    assertThat(answer(joined("林"), page, "answered", "I look").statusCode()).isEqualTo(303);
    assertThat(answer(admin, page, "solved", "Done").statusCode()).isEqualTo(303);
    assertThat(admin.get(page).body()).contains("林", "the union", "Done");
    assertThat(admin.get("/stations/kiosk-01").body()).contains("Matters (0 open)");
    assertThat(admin.get("/matters?place=guangxi").body()).contains("No open matters");
  }

  @Test
  void who_helped_only_at_a_station_that_is_retired_helps_nowhere() {
    microwave();
    HubClient elsewhere = joined("钱", Volunteer.Kind.VOLUNTEER, List.of(OTHER));
    database.change(
        handle -> handle.execute("UPDATE station SET retired_ms = 1 WHERE id = ?", OTHER.value()));

    assertThat(elsewhere.get("/matters/kiosk-01/1").statusCode()).isEqualTo(404);
  }

  @Test
  void what_breaks_for_the_third_time_should_be_replaced() {
    for (int times = 0; times < 3; times++) {
      microwave();
      answer(keeper(), "/matters/kiosk-01/" + (times + 1), "solved", "Mended");
      clock.advance(Duration.ofDays(7));
    }

    assertThat(keeper().get("/matters/kiosk-01").body())
        .contains("consider replacing", "Microwave: broke 3 times in 90 days (3 reports by people");
    assertThat(keeper().get("/matters/kiosk-01").body()).contains("Dealt with in the last 30 days");
  }

  @Test
  void strangers_are_told_kindly_where_to_go() {
    assertThat(phone.get("/matters").statusCode()).isEqualTo(403);
    assertThat(phone.get("/matters").body()).contains("scan the code at the station");
    assertThat(phone.get("/matters/kiosk-01").statusCode()).isEqualTo(404);
  }

  @Test
  void the_shelf_leads_there_and_its_chinese_pages_are_chinese() {
    microwave();
    HubClient zh = new HubClient(hub);
    String text =
        zh.get("/m/at/kiosk-01").body() + zh.get("/m/at/kiosk-01/tell?kind=broken").body();

    assertThat(shelf(phone).getJsonArray("ways").encode()).contains("/m/at/kiosk-01");
    assertThat(
            text.replaceAll("(?s)<(script|style|svg)\\b.*?</\\1>|<[^>]*>", " ")
                .replaceAll("English|JPEG|PNG", ""))
        .doesNotContainPattern("[A-Z][a-z]{3,}");
  }
}
