package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.hub.people.Volunteer;

/** What a phone at a shelf is answered, and what is kept. */
class ShelfTest extends WithShelf {
  @Test
  void anybody_may_see_what_is_missing_and_only_what_is_in_season() {
    JsonObject shelf = shelf(phone);

    assertThat(shelf.getJsonArray("items").stream().map(i -> ((JsonObject) i).getString("code")))
        .containsExactly("water-550ml", "mask", "heat-pad");
    assertThat(shelf.getValue("me")).isNull();
    assertThat(shelf.getBoolean("mayEnter")).isFalse();
    assertThat(shelf.getJsonObject("station").getString("usable")).isEqualTo("unknown");
    assertThat(shelf.getJsonObject("station").getString("why")).isNotBlank();
    assertThat(item(phone, "water-550ml").getValue("units")).isNull();
  }

  @Test
  void a_round_from_claim_to_close() {
    HubClient lin = joined("林");
    String round = key();

    HttpResponse<String> claimed =
        lin.postJson("/s/kiosk-01/claim", new JsonObject().put("round", round));
    HttpResponse<String> entered =
        send(
            lin,
            message(
                    key(),
                    entry("water-550ml")
                        .put("found", 3)
                        .put("now", 96)
                        .put("expires", "2027-05-31"),
                    entry("mask").put("now", 60))
                .put("round", round)
                .put("done", true));

    assertThat(claimed.statusCode()).isEqualTo(200);
    assertThat(entered.statusCode()).as(entered.body()).isEqualTo(200);
    assertThat(item(phone, "water-550ml").getInteger("units")).isEqualTo(96);
    assertThat(item(phone, "water-550ml").getString("how")).isEqualTo("reckoned");
    assertThat(item(phone, "mask").getString("how")).isEqualTo("counted");
    assertThat(shelf(lin).getValue("round")).isNull();
    assertThat(hub.parts().shelves().rounds().latest(STATION, 5))
        .singleElement()
        .satisfies(r -> assertThat(r.ended()).isPresent());
  }

  @Test
  void says_on_which_shelf_a_thing_stands_where_the_profile_does() {
    assertThat(item(phone, "mask").getString("shelf")).isEqualTo("A2");
    assertThat(item(phone, "water-550ml").getString("shelf")).isNull();
  }

  @Test
  void a_station_that_is_claimed_is_not_claimed_by_another_until_the_claim_is_overdue() {
    HubClient lin = joined("林");
    HubClient wang = joined("王");
    lin.postJson("/s/kiosk-01/claim", new JsonObject().put("round", key()));

    HttpResponse<String> taken =
        wang.postJson("/s/kiosk-01/claim", new JsonObject().put("round", key()));
    clock.advance(Duration.ofHours(25));
    HttpResponse<String> free =
        wang.postJson("/s/kiosk-01/claim", new JsonObject().put("round", key()));

    assertThat(taken.statusCode()).isEqualTo(409);
    assertThat(problem(taken)).isEqualTo("林 is already on the way.");
    assertThat(free.statusCode()).isEqualTo(200);
    assertThat(shelf(wang).getJsonObject("round").getBoolean("mine")).isTrue();
  }

  @Test
  void an_entry_sent_twice_is_kept_once_and_the_phone_is_told_the_same() {
    HubClient lin = joined("林");
    JsonObject message = message(key(), entry("mask").put("found", 7).put("now", 60));

    send(lin, message);
    HttpResponse<String> again = send(lin, message);

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(hub.parts().readings().lastFacts(STATION, 50)).hasSize(2);
  }

  @Test
  void two_volunteers_at_one_shelf_do_not_overwrite_each_other() {
    HubClient lin = joined("林");
    HubClient wang = joined("王");
    long now = clock.millis();

    send(wang, message(key(), entry("mask").put("found", 30).put("at", now - 60_000)));
    send(
        lin,
        message(key(), entry("mask").put("found", 10).put("now", 25).put("at", now - 7_200_000)));

    assertThat(item(phone, "mask").getInteger("units")).isEqualTo(30);
    assertThat(item(lin, "mask").getString("doubt"))
        .isEqualTo(
            "At most 25 could be there, 30 were counted: something was put in and not entered.");
  }

  @Test
  void a_phone_whose_clock_is_wrong_is_set_right_by_what_it_shows_when_it_sends() {
    HubClient lin = joined("林");
    long wrong = clock.millis() + Duration.ofDays(400).toMillis();

    send(
        lin,
        message(key(), entry("mask").put("found", 9).put("at", wrong - 3_600_000))
            .put("sentAt", wrong));

    assertThat(item(phone, "mask").getLong("asOf")).isEqualTo(clock.millis() - 3_600_000);
  }

  @ParameterizedTest
  @CsvSource({
    "found, -1, Masks: there cannot be fewer than none.",
    "found, 99999, Masks: so many never stand there. Is a digit too much?",
    "now, 100000000000, Masks: so many never stand there. Is a digit too much?",
    "removed, -5, Masks: there cannot be fewer than none.",
    "lot, ;drop, Masks: a lot number has 1 to 32 letters and digits.",
    "lot, '', Masks: say how many there are.",
  })
  void what_cannot_be_is_told_kindly_and_nothing_is_kept(
      String field, String value, String sentence) {
    HubClient lin = joined("林");
    Object sent = field.equals("lot") ? value : Long.valueOf(value);

    HttpResponse<String> answer = send(lin, message(key(), entry("mask").put(field, sent)));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(problem(answer)).isEqualTo(sentence);
    assertThat(hub.parts().readings().lastFacts(STATION, 5)).isEmpty();
  }

  @Test
  void one_impossible_item_keeps_back_the_whole_entry_so_that_it_can_be_mended() {
    HubClient lin = joined("林");

    HttpResponse<String> answer =
        send(
            lin,
            message(
                key(),
                entry("water-550ml").put("found", 5),
                entry("mask").put("found", 9).put("now", 3)));

    assertThat(problem(answer))
        .isEqualTo("Masks: fewer now than you found. If you took some away, say so.");
    assertThat(item(phone, "water-550ml").getValue("units")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "{}",
    "[]",
    "nonsense",
    "'{\"key\":7}'",
    "'{\"key\":\"00000000000000000000000000000001\",\"entries\":[7]}'",
    "'{\"key\":\"00000000000000000000000000000001\",\"entries\":{\"a\":1}}'",
    "'{\"key\":\"00000000000000000000000000000001\",\"entries\":[{\"item\":\"mask\",\"found\":\"7\"}]}'",
    "'{\"key\":\"00000000000000000000000000000001\",\"entries\":[{\"item\":\"gold\",\"found\":7}]}'",
    "'{\"key\":\"00000000000000000000000000000001\",\"entries\":[{\"item\":\"mask\",\"found\":1.5}]}'",
    "'{\"key\":\"00000000000000000000000000000001\",\"entries\":[{\"item\":\"mask\",\"found\":1,\"expires\":\"2027-02-30\"}]}'",
    "'{\"key\":\"00000000000000000000000000000001\",\"entries\":[{\"item\":\"mask\",\"found\":1,\"at\":0}]}'",
  })
  void a_message_our_page_does_not_send_is_refused(String body) {
    HubClient lin = joined("林");

    HttpResponse<String> answer = lin.postText("/s/kiosk-01/entries", body);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(hub.parts().readings().lastFacts(STATION, 5)).isEmpty();
  }

  @Test
  void who_was_not_invited_enters_nothing() {
    HttpResponse<String> answer = send(phone, message(key(), entry("mask").put("found", 1)));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(hub.parts().readings().lastFacts(STATION, 5)).isEmpty();
  }

  @Test
  void a_keeper_of_another_station_enters_nothing_here() {
    HubClient keeper = joined("赵", Volunteer.Kind.KEEPER, List.of(OTHER));

    HttpResponse<String> answer = send(keeper, message(key(), entry("mask").put("found", 1)));

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void another_site_cannot_enter_for_a_volunteer() {
    HubClient lin = joined("林");

    HttpResponse<String> answer =
        lin.postJson(
            "/s/kiosk-01/entries",
            message(key(), entry("mask").put("found", 1)),
            "Origin",
            "https://evil.example");

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void a_phone_learns_what_a_restored_hub_has_not() {
    HubClient lin = joined("林");
    String kept = key();
    String lost = key();
    send(lin, message(kept, entry("mask").put("found", 1)));

    HttpResponse<String> answer =
        lin.postJson(
            "/s/kiosk-01/known", new JsonObject().put("keys", new JsonArray(List.of(kept, lost))));

    assertThat(new JsonObject(answer.body()).getJsonArray("unknown")).containsExactly(lost);
  }

  @Test
  void filled_without_a_count_keeps_its_lot_and_day() {
    HubClient lin = joined("林");
    send(lin, message(key(), entry("mask").put("found", 10)));

    HttpResponse<String> kept =
        send(
            lin,
            message(
                key(), entry("mask").put("now", 60).put("lot", "L9").put("expires", "2027-05-31")));

    assertThat(kept.statusCode()).isEqualTo(200);
    assertThat(item(lin, "mask").getInteger("units")).isEqualTo(60);
    assertThat(item(lin, "mask").getValue("doubt")).isNull();
    HubClient union = new HubClient(hub);
    union.cookies().put("lang", "en");
    union.signIn();
    assertThat(union.get("/supplies/lots").body()).contains("L9", "at most 50 units");
  }

  @Test
  void what_was_entered_yesterday_is_judged_by_yesterday_and_what_is_kept_not_again() {
    HubClient lin = joined("林");
    JsonObject late =
        message(
            key(),
            entry("mask")
                .put("at", clock.millis() - Duration.ofHours(28).toMillis())
                .put("found", 10)
                .put("now", 60)
                .put("expires", "2026-11-22"));
    JsonObject of = message(key(), entry("mask").put("found", 60).put("now", 61));

    assertThat(send(lin, late).statusCode()).isEqualTo(200);
    assertThat(send(lin, of).statusCode()).isEqualTo(200);
    database.change(
        handle ->
            handle.execute(
                "UPDATE station SET profile_yaml = replace(profile_yaml, 'mask:', 'mask-2:')"));
    assertThat(send(lin, of).statusCode()).as("kept before").isEqualTo(200);
  }

  @Test
  void nonsense_of_another_type_is_told_and_keeps_nothing() {
    HubClient lin = joined("林");
    String round = key();
    lin.postJson("/s/kiosk-01/claim", new JsonObject().put("round", round));

    assertThat(lin.postJson("/s/kiosk-01/known", new JsonObject().put("keys", "abc")).statusCode())
        .isEqualTo(400);
    assertThat(
            send(
                    lin,
                    message(key(), entry("mask").put("found", 5))
                        .put("round", round)
                        .put("done", "yes"))
                .statusCode())
        .isEqualTo(200);
    assertThat(
            send(lin, message(key(), entry("mask").put("found", 5)).put("round", 7)).statusCode())
        .isEqualTo(200);
    assertThat(shelf(lin).getJsonObject("round")).isNotNull();
  }

  @Test
  void a_claim_sent_again_after_its_round_ended_is_told_so() {
    HubClient lin = joined("林");
    String round = key();
    lin.postJson("/s/kiosk-01/claim", new JsonObject().put("round", round));
    lin.postJson("/s/kiosk-01/give-back", new JsonObject().put("round", round));

    HttpResponse<String> again =
        lin.postJson("/s/kiosk-01/claim", new JsonObject().put("round", round));

    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(problem(again)).startsWith("That round is over");
  }
}
