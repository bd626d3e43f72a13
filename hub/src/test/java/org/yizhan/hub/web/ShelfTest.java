package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.hub.people.Volunteer;
import org.yizhan.hub.rounds.ProofPhotos;

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
  void a_picture_is_kept_small_and_without_what_the_camera_wrote_into_it() throws IOException {
    HubClient lin = joined("林");
    String round = key();
    String photo = key();
    lin.postJson("/s/kiosk-01/claim", new JsonObject().put("round", round));

    HttpResponse<String> answer =
        lin.put("/s/kiosk-01/photos/" + photo + "?round=" + round, jpegWithExif());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    byte[] kept = hub.parts().shelves().photos().jpeg(photo).orElseThrow();
    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(kept));
    assertThat(picture.getWidth()).isEqualTo(1_280);
    assertThat(shelf(lin).getJsonObject("round").getInteger("photos")).isEqualTo(1);
  }

  @Test
  void what_is_no_picture_or_too_large_a_one_is_refused() {
    HubClient lin = joined("林");

    HttpResponse<String> noPicture =
        lin.put(
            "/s/kiosk-01/photos/" + key(), "GIF89a not at all".getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> tooLarge =
        lin.put("/s/kiosk-01/photos/" + key(), new byte[9 * 1024 * 1024]);

    assertThat(noPicture.statusCode()).isEqualTo(400);
    assertThat(problem(noPicture)).startsWith("This is not a picture we can read");
    assertThat(tooLarge.statusCode()).isEqualTo(413);
  }

  @Test
  void a_station_is_sent_only_so_many_pictures_a_day_and_old_ones_are_dropped() {
    ProofPhotos photos = hub.parts().shelves().photos();
    for (int i = 0; i < ProofPhotos.PER_STATION_AND_DAY_MAX; i++) {
      assertThat(photos.keep(proof())).isTrue();
    }

    assertThat(photos.keep(proof())).isFalse();

    clock.advance(Duration.ofDays(2));

    assertThat(photos.keep(proof())).isTrue();
    assertThat(photos.forget(clock.instant().minus(Duration.ofDays(1))))
        .isEqualTo(ProofPhotos.PER_STATION_AND_DAY_MAX);
  }

  private ProofPhotos.Proof proof() {
    return new ProofPhotos.Proof(
        key(), STATION, Optional.empty(), OptionalInt.empty(), true, new byte[] {1});
  }

  /** 3,000 by 1,500 pixels, with an APP1 segment as cameras write it. */
  private static byte[] jpegWithExif() throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(3_000, 1_500, BufferedImage.TYPE_INT_RGB), "jpeg", plain);
    byte[] jpeg = plain.toByteArray();
    byte[] exif = "\0\u0010Exif\0\0MM-where.".getBytes(StandardCharsets.ISO_8859_1);
    ByteArrayOutputStream with = new ByteArrayOutputStream();
    with.write(jpeg, 0, 2);
    with.write(0xFF);
    with.write(0xE1);
    with.write(exif, 0, 16);
    with.write(jpeg, 2, jpeg.length - 2);
    return with.toByteArray();
  }
}
