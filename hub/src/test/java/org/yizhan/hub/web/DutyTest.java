package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yizhan.hub.people.Volunteer;

/** Groups, signing and swaps, as phones and the keeper's page ask for them. */
class DutyTest extends WithShelf {
  private static final String PAGE = "/duty/" + STATION;

  @SuppressWarnings("NullAway.Init")
  private HubClient keeper;

  @BeforeEach
  void four_groups() {
    keeper = joined("赵", Volunteer.Kind.KEEPER, List.of(STATION));
    assertThat(arrange(keeper, "2026-11-23", "One", "Two", "Three", "Four").statusCode())
        .isEqualTo(303);
  }

  private HttpResponse<String> arrange(HubClient client, String begins, String... names) {
    Map<String, String> form = new HashMap<>(Map.of("begins", begins));
    for (int row = 0; row < names.length; row++) {
      form.put("name-" + row, names[row]);
    }
    return client.submit(PAGE, PAGE + "/groups", form);
  }

  private JsonObject duty(HubClient client) {
    return shelf(client).getJsonObject("duty");
  }

  private int group(String name) {
    return duty(phone).getJsonArray("groups").stream()
        .map(JsonObject.class::cast)
        .filter(group -> group.getString("name").equals(name))
        .findFirst()
        .orElseThrow()
        .getInteger("number");
  }

  private HubClient rider(String nickname, String group) {
    HubClient rider = joined(nickname);
    assertThat(post(rider, "duty-group", new JsonObject().put("group", group(group))).statusCode())
        .isEqualTo(200);
    return rider;
  }

  private HttpResponse<String> post(HubClient client, String path, JsonObject body) {
    JsonObject keyed = body.containsKey("key") ? body : body.copy().put("key", key());
    return client.postJson("/s/" + STATION + "/" + path, keyed);
  }

  private JsonObject signing(String moment, String... done) {
    return new JsonObject()
        .put("moment", moment)
        .put("done", new JsonArray(List.of(done)))
        .put("at", clock.millis())
        .put("sentAt", clock.millis());
  }

  private JsonObject swap(String one, String other) {
    return new JsonObject().put("one", one).put("other", other);
  }

  private static JsonObject answer(String swap, String answer) {
    return new JsonObject().put("swap", swap).put("answer", answer);
  }

  private List<String> groupsOfTheWeeks() {
    return duty(phone).getJsonArray("weeks").stream()
        .map(week -> ((JsonObject) week).getString("group"))
        .toList();
  }

  @Test
  void what_is_signed_stands_in_the_log_with_name_group_and_what_was_ticked() {
    HubClient rider = rider("Sun", "One");

    HttpResponse<String> answer =
        post(rider, "duty", signing("opened", "door", "lights").put("note", "Came early"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(keeper.get(PAGE).body())
        .contains("Opened · Sun · One", "Done: door · lights", "Came early")
        .contains("Not ticked: air conditioning");
  }

  @Test
  void who_is_in_another_group_or_none_may_sign_and_is_marked_as_helping() {
    HubClient helper = joined("Wu");

    post(helper, "duty", signing("checked", "tidy"));

    assertThat(keeper.get(PAGE).body()).contains("Checked · Wu (helping out)");
  }

  @Test
  void what_was_kept_is_kept_also_when_it_is_sent_again_after_the_rota_changed() {
    HubClient rider = rider("Sun", "One");
    JsonObject signed = signing("opened", "door").put("key", key());
    post(rider, "duty", signed);

    keeper.submit(
        PAGE,
        PAGE + "/groups",
        Map.of(
            "begins", "2026-11-23", "name-0", "Early", "group-0", Integer.toString(group("One"))));

    assertThat(post(rider, "duty", signed).statusCode()).isEqualTo(200);
    assertThat(keeper.get(PAGE).body())
        .contains("Opened · Sun · One")
        .doesNotContain("Sun (helping out)");
  }

  @Test
  void signed_twice_with_one_key_is_signed_once() {
    HubClient rider = rider("Sun", "One");
    JsonObject message = signing("opened", "door").put("key", key());

    post(rider, "duty", message);
    HttpResponse<String> again = post(rider, "duty", message);
    HttpResponse<String> other = post(rider, "duty", message.copy().put("note", "another"));

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(duty(rider).getJsonArray("signed")).hasSize(1);
  }

  @Test
  void strangers_may_look_at_the_turns_and_neither_sign_nor_see_names() {
    post(rider("Sun", "One"), "duty", signing("opened"));

    assertThat(duty(phone).getJsonArray("signed")).isEmpty();
    assertThat(post(phone, "duty", signing("opened")).statusCode()).isEqualTo(401);
    assertThat(phone.get(PAGE).statusCode()).isEqualTo(403);
    assertThat(joined("Wu").get(PAGE).statusCode()).isEqualTo(403);
  }

  @Test
  void nonsense_is_refused_with_a_sentence() {
    HubClient rider = rider("Sun", "One");

    assertThat(problem(post(rider, "duty", signing("slept")))).contains("opening");
    assertThat(problem(post(rider, "duty", signing("opened", "dance")))).contains("no such task");
    assertThat(problem(post(rider, "duty", signing("opened").put("done", "door"))))
        .contains("no such task");
    assertThat(problem(post(rider, "duty", signing("opened").put("note", "x".repeat(201)))))
        .contains("200 characters");
    assertThat(post(rider, "duty", signing("opened").put("key", "short")).statusCode())
        .isEqualTo(400);
    assertThat(duty(rider).getJsonArray("signed")).isEmpty();
  }

  @Test
  void a_clock_that_is_ahead_is_put_right_the_future_is_now_and_forty_days_ago_is_refused() {
    HubClient rider = rider("Sun", "One");
    long now = clock.millis();
    long hour = Duration.ofHours(1).toMillis();

    post(rider, "duty", signing("opened").put("at", now + hour).put("sentAt", now + 2 * hour));
    post(rider, "duty", signing("checked").put("at", now + hour));
    HttpResponse<String> old =
        post(rider, "duty", signing("opened").put("at", now - Duration.ofDays(40).toMillis()));

    assertThat(
            duty(rider).getJsonArray("signed").stream()
                .map(each -> ((JsonObject) each).getLong("at") - now))
        .containsExactly(-hour, 0L);
    assertThat(problem(old)).contains("more than 31 days ago");
  }

  @Test
  void another_group_agrees_to_a_swap_and_nobody_agrees_to_their_own() {
    HubClient two = rider("Sun", "Two");
    HubClient three = rider("Qian", "Three");
    String id = key();

    assertThat(post(two, "duty-swap", swap("2026-11-30", "2026-12-07").put("key", id)).statusCode())
        .isEqualTo(200);
    assertThat(post(two, "duty-swap", swap("2026-11-30", "2026-12-07").put("key", id)).statusCode())
        .isEqualTo(200);
    assertThat(problem(post(two, "duty-answer", answer(id, "agreed")))).contains("Only the group");
    assertThat(groupsOfTheWeeks()).startsWith("One", "Two", "Three");
    assertThat(post(three, "duty-answer", answer(id, "agreed")).statusCode()).isEqualTo(200);

    assertThat(groupsOfTheWeeks()).startsWith("One", "Three", "Two", "Four");
    assertThat(post(three, "duty-answer", answer(id, "declined")).statusCode()).isEqualTo(409);
    assertThat(keeper.get(PAGE).body()).contains("are swapped");
  }

  @Test
  void who_asked_does_not_agree_for_the_others_by_going_over_to_them() {
    HubClient two = rider("Sun", "Two");
    String id = key();
    post(two, "duty-swap", swap("2026-11-30", "2026-12-07").put("key", id));

    post(two, "duty-group", new JsonObject().put("group", group("Three")));

    assertThat(problem(post(two, "duty-answer", answer(id, "agreed")))).contains("Only the group");
    assertThat(groupsOfTheWeeks()).startsWith("One", "Two", "Three");
  }

  @Test
  void weeks_that_are_not_theirs_have_begun_or_lie_elsewhere_are_not_swapped() {
    HubClient two = rider("Sun", "Two");

    assertThat(post(two, "duty-swap", swap("2026-12-07", "2026-12-14")).statusCode())
        .isEqualTo(400);
    assertThat(post(two, "duty-swap", swap("2026-11-30", "2026-11-23")).statusCode())
        .isEqualTo(409);
    assertThat(post(two, "duty-swap", swap("2026-11-30", "2027-11-30")).statusCode())
        .isEqualTo(409);
    assertThat(post(two, "duty-swap", swap("2026-11-30", "soon")).statusCode()).isEqualTo(400);
    assertThat(duty(two).getJsonArray("swaps")).isEmpty();
  }

  @Test
  void a_swap_of_this_station_cannot_be_answered_at_another_nor_its_group_joined_there() {
    HubClient two = rider("Sun", "Two");
    HubClient three = rider("Qian", "Three");
    String id = key();
    post(two, "duty-swap", swap("2026-11-30", "2026-12-07").put("key", id));

    HttpResponse<String> elsewhere =
        three.postJson("/s/" + OTHER + "/duty-answer", answer(id, "agreed").put("key", key()));
    HttpResponse<String> joined =
        three.postJson(
            "/s/" + OTHER + "/duty-group",
            new JsonObject().put("key", key()).put("group", group("One")));

    assertThat(elsewhere.statusCode()).isEqualTo(400);
    assertThat(joined.statusCode()).isEqualTo(400);
    assertThat(groupsOfTheWeeks()).startsWith("One", "Two");
  }

  @Test
  void changing_the_order_keeps_members_and_cancels_swaps_to_come() {
    HubClient two = rider("Sun", "Two");
    HubClient three = rider("Qian", "Three");
    String id = key();
    post(two, "duty-swap", swap("2026-11-30", "2026-12-07").put("key", id));
    post(three, "duty-answer", answer(id, "agreed"));

    keeper.submit(
        PAGE,
        PAGE + "/groups",
        Map.of(
            "begins",
            "2026-11-23",
            "name-0",
            "One",
            "group-0",
            Integer.toString(group("One")),
            "name-1",
            "Night",
            "group-1",
            Integer.toString(group("Two")),
            "up",
            "1"));

    assertThat(groupsOfTheWeeks()).startsWith("Night", "One", "Night");
    assertThat(duty(two).getInteger("mine")).isEqualTo(group("Night"));
    assertThat(duty(three).getInteger("mine")).isZero();
  }

  @Test
  void a_keeper_of_another_station_changes_nothing_here() {
    HubClient other = joined("Li", Volunteer.Kind.KEEPER, List.of(OTHER));

    assertThat(other.get(PAGE).statusCode()).isEqualTo(404);
    assertThat(
            other
                .submit(
                    "/duty/" + OTHER,
                    PAGE + "/groups",
                    Map.of("begins", "2026-11-23", "name-0", "Mine"))
                .statusCode())
        .isEqualTo(404);
    assertThat(groupsOfTheWeeks()).startsWith("One");
  }

  @Test
  void names_too_long_twice_or_with_markup_and_days_far_away_are_handled() {
    assertThat(arrange(keeper, "2026-11-23", "x".repeat(21)).statusCode()).isEqualTo(400);
    assertThat(arrange(keeper, "2026-11-23", "One", "One").body()).contains("no two");
    assertThat(arrange(keeper, "2029-01-01", "One").statusCode()).isEqualTo(400);
    assertThat(arrange(keeper, "2026-11-23", "<b>x</b>").statusCode()).isEqualTo(303);
    assertThat(keeper.get(PAGE).body()).contains("&lt;b&gt;x").doesNotContain("<b>x</b>");
  }

  @Test
  void the_keeper_moves_members_but_draws_in_nobody() {
    rider("Sun", "One");
    int person = hub.parts().shelves().duty().book().members(STATION).getFirst().who().number();

    HttpResponse<String> moved =
        keeper.submit(
            PAGE,
            PAGE + "/member",
            Map.of("person", Integer.toString(person), "group", Integer.toString(group("Four"))));
    HttpResponse<String> stranger =
        keeper.submit(
            PAGE,
            PAGE + "/member",
            Map.of("person", "99", "group", Integer.toString(group("Four"))));

    assertThat(moved.statusCode()).isEqualTo(303);
    assertThat(stranger.statusCode()).isEqualTo(400);
    assertThat(hub.parts().shelves().duty().book().members(STATION))
        .extracting(member -> member.group().name())
        .containsExactly("Four");
  }

  @Test
  void a_station_open_around_the_clock_says_that_nothing_is_gained() {
    assertThat(keeper.get(PAGE).body()).contains("open around the clock: duty adds no hours");
  }

  @Test
  void a_station_with_hours_says_how_many_were_gained() {
    database.change(
        handle ->
            handle.execute(
                "UPDATE station SET profile_yaml = replace(profile_yaml, 'hours: 24h', ?)",
                "hours: {mon-fri: 08:00-18:00}"));
    HubClient rider = rider("Sun", "One");
    long opened = LocalDate.parse("2026-11-23").toEpochDay() * 86_400_000L - 2 * 3_600_000L;
    post(rider, "duty", signing("opened").put("at", opened)); // at six

    post(rider, "duty", signing("closed")); // at half past twelve

    assertThat(keeper.get(PAGE).body()).contains("2.0 h were gained this week and 2.0 h");
  }
}
