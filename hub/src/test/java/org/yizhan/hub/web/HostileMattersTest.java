package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yizhan.hub.people.Volunteer;
import org.yizhan.hub.rounds.ProofPhotos;

/** What is sent to the matters' pages to break them, or to bury a station. */
class HostileMattersTest extends WithMatters {

  private int matters() {
    return hub.parts().shelves().matters().open(STATION).size();
  }

  @Test
  void a_picture_of_fifty_megabytes_loses_nothing_that_was_typed() {
    HttpResponse<String> huge =
        tell(phone, STATION, "dirty", Map.of("words", "Mud <b>everywhere</b>"), new byte[50 << 20]);
    HttpResponse<String> text =
        tell(phone, STATION, "dirty", Map.of("words", "Mud"), new byte[] {1, 2, 3});

    assertThat(huge.statusCode()).isEqualTo(400);
    assertThat(huge.body())
        .contains("We cannot read this picture", "Mud &lt;b&gt;everywhere&lt;/b&gt;")
        .doesNotContain("<b>everywhere");
    assertThat(text.body()).contains("We cannot read this picture", ">Mud<");
    assertThat(matters()).isZero();
  }

  @Test
  void markup_control_and_direction_characters_are_only_text() {
    HttpResponse<String> told =
        tell(
            phone,
            STATION,
            "other",
            Map.of("words", "<script>alert(1)</script>\u0000\u202Eabc\r\n\tdef"));

    String page = phone.get(link(told)).body();

    assertThat(page)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;abc def")
        .doesNotContain("<script>alert", "\u202E");
  }

  @Test
  void words_that_are_too_long_are_told_kindly_and_huge_ones_refused() {
    HttpResponse<String> tooLong = tell(phone, STATION, "other", Map.of("words", "长".repeat(201)));
    HttpResponse<String> huge = tell(phone, STATION, "other", Map.of("words", "长".repeat(9_000)));

    assertThat(tooLong.statusCode()).isEqualTo(400);
    assertThat(tooLong.body()).contains("At most 200 characters", "长".repeat(201));
    assertThat(huge.statusCode()).isEqualTo(400);
    assertThat(matters()).isZero();
  }

  @Test
  void unknown_stations_kinds_things_and_ids_are_refused() {
    String token = phone.token("/m/at/kiosk-01/tell?kind=broken");

    assertThat(phone.get("/m/at/no-such").statusCode()).isEqualTo(404);
    assertThat(phone.get("/m/at/x%27").statusCode()).isEqualTo(404);
    assertThat(phone.get("/m/at/kiosk-01/tell?kind=x").statusCode()).isEqualTo(303);
    assertThat(phone.get("/m/" + key()).statusCode()).isEqualTo(404);
    assertThat(phone.get("/m/x%27").statusCode()).isEqualTo(404);
    assertThat(tell(phone, STATION, "broken", Map.of("thing", "sauna")).body())
        .contains("This station has no such thing");
    assertThat(tell(phone, STATION, "broken", Map.of()).body()).contains("Choose what is broken");
    assertThat(sendForm(phone, "/m/at/kiosk-01", Map.of("form-token", token)).statusCode())
        .isEqualTo(400);
    assertThat(phone.postBytes("/m/at/kiosk-01", new byte[9], "multipart/form-data").statusCode())
        .isEqualTo(400);
    assertThat(phone.postText("/m/at/kiosk-01", "{}").statusCode()).isEqualTo(400);
    assertThat(matters()).isZero();
  }

  @Test
  void a_form_of_others_is_not_sent_and_what_was_typed_is_kept() {
    HttpResponse<String> forged =
        sendForm(
            phone, "/m/at/kiosk-01", Map.of("kind", "dirty", "words", "Mud", "form-token", "x"));

    assertThat(forged.statusCode()).isEqualTo(400);
    assertThat(forged.body()).contains("open too long", ">Mud<");
    assertThat(matters()).isZero();
  }

  @Test
  void the_same_form_sent_twice_is_one_matter() {
    Map<String, String> same = Map.of("matter", key(), "thing", "wifi");
    HttpResponse<String> once = tell(phone, STATION, "broken", same, jpeg());
    HttpResponse<String> twice = tell(phone, STATION, "broken", same, jpeg());
    HttpResponse<String> elsewhere = tell(phone, OTHER, "broken", same);

    assertThat(link(twice)).isEqualTo(link(once));
    assertThat(link(elsewhere)).isEqualTo(link(once));
    assertThat(matters()).isEqualTo(1);
    assertThat(hub.parts().shelves().matters().open(OTHER)).isEmpty();
    assertThat(hub.parts().shelves().matters().open(STATION).getFirst().photos()).isEqualTo(1);
  }

  @Test
  void nobody_answers_for_a_station_of_others_nor_what_is_dealt_with() {
    tell(phone, STATION, "broken", Map.of("thing", "wifi"));
    HubClient keeper = joined("赵", Volunteer.Kind.KEEPER, List.of(STATION));
    HubClient other = joined("钱", Volunteer.Kind.KEEPER, List.of(OTHER));
    String token = other.token("/m/at/kiosk-02/tell?kind=wish");
    String page = "/matters/kiosk-01/1";

    HttpResponse<String> theirs =
        sendForm(other, page, Map.of("form-token", token, "step", "solved", "words", "x"));
    String late = keeper.token(page);
    answer(keeper, page, "solved", "Mended");
    HttpResponse<String> after =
        sendForm(keeper, page, Map.of("form-token", late, "step", "declined", "words", "No"));

    assertThat(theirs.statusCode()).isEqualTo(404);
    assertThat(after.statusCode()).isEqualTo(409);
    assertThat(after.body()).contains("Somebody else has dealt with this");
    assertThat(phone.get("/m/at/kiosk-01").body()).contains("solved");
  }

  @Test
  void a_flood_from_one_address_is_stopped_and_its_pictures_leave_room_for_proofs() {
    int pictures = 0;
    HttpResponse<String> last = tell(phone, STATION, "dirty", Map.of(), jpeg());
    while (last.statusCode() == 303 && pictures < 50) {
      pictures++;
      last = tell(phone, STATION, "dirty", Map.of("words", "again " + pictures), jpeg());
    }

    assertThat(pictures).isEqualTo(MatterRaise.PER_HOUR_MAX);
    assertThat(last.statusCode()).isEqualTo(429);
    assertThat(last.body()).contains("Send it again in a while", "again 20");
    clock.advance(Duration.ofHours(1));
    HttpResponse<String> picture = tell(phone, STATION, "dirty", Map.of("words", "more"), jpeg());
    assertThat(picture.statusCode()).isEqualTo(429);
    assertThat(picture.body()).contains("got enough pictures today", ">more<");
    assertThat(tell(phone, STATION, "dirty", Map.of("words", "more")).statusCode()).isEqualTo(303);
    HubClient keeper = joined("赵", Volunteer.Kind.KEEPER, List.of(STATION));
    assertThat(answer(keeper, "/matters/kiosk-01/1", "solved", "Clean", jpeg()).statusCode())
        .isEqualTo(303);
    assertThat(ProofPhotos.OF_STRANGERS_PER_STATION_AND_DAY_MAX).isEqualTo(20);
  }
}
