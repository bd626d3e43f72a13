package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yizhan.hub.people.AccountName;
import org.yizhan.hub.people.Role;
import org.yizhan.hub.people.Volunteer;
import org.yizhan.hub.people.Volunteers;
import org.yizhan.hub.rounds.ProofPhotos;
import org.yizhan.hub.store.sqlite.OutlookRows;

/** What somebody who answers for a station sees and may do. */
class KeeperTest extends WithKeeper {
  private static final Pattern LINK = Pattern.compile("value=\"(http[^\"]+/join/([^\"]+))\"");

  @Test
  void an_account_that_chose_a_place_can_choose_another() {
    HubClient union = new HubClient(hub);
    union.cookies().put("lang", "en");
    union.signIn();

    String page = union.get("/keep?place=guangxi").body();

    assertThat(page).contains("value=\"shandong/binzhou\"").doesNotContain("Huanghe 5th Road");
  }

  @Test
  void sees_what_is_missing_at_their_own_stations_and_at_no_other() {
    waterIsMissing();

    String page = keeper.get("/keep").body();

    assertThat(page)
        .contains("One station; at one somebody has to act.")
        .contains("Huanghe 5th Road", "bring 91", "Nobody is on the way")
        .doesNotContain("Bohai 7th Road", "Masks");
  }

  @Test
  void a_shelf_nobody_counted_is_unknown_and_one_with_enough_is_fine() {
    String before = keeper.get("/keep").body();
    send(
        joined("孙"),
        message(
            key(),
            entry("water-550ml").put("found", 90),
            entry("mask").put("found", 59),
            entry("heat-pad").put("found", 70)));

    assertThat(before).contains("◌", "3 items have never been counted");
    assertThat(keeper.get("/keep").body())
        .contains("Nothing needs to be brought", "at none somebody has to act")
        .doesNotContain("◌");
  }

  @Test
  void sees_who_is_on_the_way_and_when_nobody_came_in_time() {
    waterIsMissing();
    joined("林").postJson("/s/kiosk-01/claim", new JsonObject().put("round", key()));

    String claimed = keeper.get("/keep").body();
    clock.advance(Duration.ofHours(25));
    String overdue = keeper.get("/keep").body();

    assertThat(claimed)
        .contains("林 is on the way since 12:30, until", "at none somebody has to act");
    assertThat(overdue).contains("it is overdue by 1 h", "at one somebody has to act");
  }

  @Test
  void who_has_a_viewers_account_as_well_decides_as_keeper() {
    hub.parts().accounts().put(new AccountName("viewer"), Role.UNION_VIEWER, TestHub.PASSWORD);
    keeper.signIn("viewer", TestHub.PASSWORD);

    assertThat(keeper.get("/keep").body()).contains("Make a link").doesNotContain("Bohai 7th Road");
  }

  @Test
  void a_shelf_that_is_full_needs_nobody_however_soon_it_is_empty() {
    HubClient sun = joined("孙");
    for (int day = 0; day < 25; day++) {
      clock.advance(Duration.ofDays(1));
      send(
          sun,
          message(
              key(),
              entry("water-550ml").put("found", 20 + day % 3).put("now", 96),
              entry("mask").put("found", 60),
              entry("heat-pad").put("found", 80)));
    }
    assertThat(new OutlookRows(database).refresh(clock.instant())).isPositive();
    HubClient union = new HubClient(hub);
    union.cookies().put("lang", "en");
    union.signIn();

    assertThat(union.get("/stations/kiosk-01").body()).contains("gone in");
    assertThat(keeper.get("/keep").body()).contains("Nothing needs to be brought");
    assertThat(union.get("/supplies").body()).doesNotContain("Huanghe 5th Road");
  }

  @Test
  void sees_what_was_proven_with_its_picture() {
    HubClient lin = joined("林");
    String round = key();
    String photo = key();
    lin.postJson("/s/kiosk-01/claim", new JsonObject().put("round", round));
    lin.put("/s/kiosk-01/photos/" + photo + "?round=" + round, jpeg());
    send(lin, message(key(), entry("mask").put("now", 60)).put("round", round).put("done", true));

    String page = keeper.get("/keep").body();
    HttpResponse<String> picture = keeper.get("/photos/" + photo);

    assertThat(page).contains("林 was there and restocked", "/photos/" + photo);
    assertThat(page).doesNotContain("simulated picture");
    assertThat(picture.statusCode()).isEqualTo(200);
    assertThat(picture.headers().firstValue("Content-Type")).contains("image/jpeg");
  }

  @Test
  void a_simulated_picture_is_called_one() {
    HubClient lin = joined("林");
    String round = key();
    lin.postJson("/s/kiosk-01/claim", new JsonObject().put("round", round));
    keep(key(), round, true);
    send(lin, message(key(), entry("mask").put("now", 60)).put("round", round).put("done", true));

    assertThat(keeper.get("/keep").body()).contains("simulated picture");
  }

  @Test
  void a_picture_is_shown_to_its_keeper_and_to_accounts_and_to_nobody_else() {
    String photo = key();
    keep(photo, "", false);
    HubClient union = new HubClient(hub);
    union.signIn();

    assertThat(keeper.get("/photos/" + photo).statusCode()).isEqualTo(200);
    assertThat(union.get("/photos/" + photo).statusCode()).isEqualTo(200);
    assertThat(phone.get("/photos/" + photo).statusCode()).isEqualTo(404);
    assertThat(joined("林").get("/photos/" + photo).statusCode()).isEqualTo(404);
    assertThat(
            joined("钱", Volunteer.Kind.KEEPER, List.of(OTHER)).get("/photos/" + photo).statusCode())
        .isEqualTo(404);
    assertThat(keeper.get("/photos/" + key()).statusCode()).isEqualTo(404);
    assertThat(keeper.get("/photos/x%27").statusCode()).isEqualTo(404);
  }

  @Test
  void makes_a_link_that_lets_volunteers_help_at_their_stations() {
    HttpResponse<String> answer = keeper.submit("/keep", "/keep/invite", Map.of());

    Matcher link = LINK.matcher(answer.body());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(link.find()).isTrue();
    assertThat(link.group(1)).startsWith(hub.url("/join/"));
    assertThat(answer.body()).contains("Huanghe 5th Road", "<svg class=\"qr\"");
    Volunteers.Invitation invitation =
        hub.parts().shelves().volunteers().invitation(link.group(2)).orElseThrow();
    assertThat(invitation.kind()).isEqualTo(Volunteer.Kind.VOLUNTEER);
    assertThat(invitation.stations()).containsExactly(STATION);
  }

  @Test
  void invites_nobody_to_a_station_of_others_nor_with_a_form_of_others() {
    HttpResponse<String> theirs =
        keeper.submit("/keep", "/keep/invite", Map.of("station", OTHER.value()));
    HttpResponse<String> nowhere = keeper.submit("/keep", "/keep/invite", Map.of("station", "'"));
    HttpResponse<String> forged = keeper.post("/keep/invite", Map.of("form-token", "x"));

    assertThat(theirs.statusCode()).isEqualTo(400);
    assertThat(theirs.body()).contains("That station is none of yours");
    assertThat(nowhere.statusCode()).isEqualTo(404);
    assertThat(forged.statusCode()).isEqualTo(400);
    assertThat(invitationsLeft()).isZero();
  }

  @Test
  void a_keeper_whose_stations_are_all_retired_invites_nobody_anywhere() {
    String token = keeper.token("/keep");
    database.change(handle -> handle.execute("UPDATE station SET retired_ms = 1"));

    HttpResponse<String> answer = keeper.post("/keep/invite", Map.of("form-token", token));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(keeper.get("/keep").body()).contains("None of your stations is in use any more");
    assertThat(invitationsLeft()).isZero();
  }

  /** Invitations that still let somebody in. */
  private int invitationsLeft() {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .select("SELECT count(*) FROM invitation WHERE uses_left > 0")
                    .mapTo(Integer.class)
                    .one());
  }

  @Test
  void an_admin_sees_all_stations_and_may_invite_a_viewer_may_not() {
    HubClient admin = signedIn(TestHub.NAME, TestHub.PASSWORD);
    hub.parts().accounts().put(new AccountName("viewer"), Role.UNION_VIEWER, TestHub.PASSWORD);
    HubClient viewer = signedIn("viewer", TestHub.PASSWORD);

    String form = viewer.token("/account");

    assertThat(admin.get("/keep").body())
        .contains("Huanghe 5th Road", "Bohai 7th Road", "Make a link");
    assertThat(admin.submit("/keep", "/keep/invite", Map.of()).body()).contains("Everywhere");
    assertThat(viewer.get("/keep").body()).contains("Bohai 7th Road").doesNotContain("Make a link");
    assertThat(viewer.post("/keep/invite", Map.of("form-token", form)).statusCode()).isEqualTo(403);
  }

  private HubClient signedIn(String name, String password) {
    HubClient client = new HubClient(hub);
    client.cookies().put("lang", "en");
    client.signIn(name, password);
    return client;
  }

  @Test
  void others_are_told_kindly_what_to_do() {
    phone.cookies().put("lang", "en");
    HttpResponse<String> stranger = phone.get("/keep");
    HttpResponse<String> volunteer = joined("林").get("/keep");

    assertThat(stranger.statusCode()).isEqualTo(403);
    assertThat(stranger.body()).contains("keeper’s link you were sent", "/sign-in?next=/keep");
    assertThat(volunteer.statusCode()).isEqualTo(403);
    assertThat(volunteer.body()).contains("You help here as a volunteer");
  }

  @Test
  void speaks_chinese() {
    waterIsMissing();
    keeper.cookies().put("lang", "zh");

    String page = keeper.get("/keep").body();

    assertThat(page).contains("共 1 个驿站；有 1 个需要处理。", "黄河五路驿站", "还没有人认领");
    assertThat(page.replaceAll("(?s)<(script|style|svg)\\b.*?</\\1>|<[^>]*>", " "))
        .doesNotContainPattern("(?!English)[A-Z][a-z]{3,}");
  }

  @Test
  void labels_are_a_pdf_for_accounts_only() {
    HubClient union = signedIn(TestHub.NAME, TestHub.PASSWORD);

    HttpResponse<String> warned = union.get("/stations/kiosk-01/labels?lang=en");
    HttpResponse<String> pdf = union.get("/stations/kiosk-01/labels?anyway=yes");

    assertThat(warned.body())
        .contains("These labels would lead nobody here", "http://127.0.0.1:", "--web-url");
    assertThat(pdf.body()).startsWith("%PDF-");
    assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(union.get("/stations/kiosk-01").body()).contains("/stations/kiosk-01/labels");
    assertThat(union.get("/stations/no-such/labels").statusCode()).isEqualTo(404);
    assertThat(keeper.get("/stations/kiosk-01/labels").statusCode()).isEqualTo(303);
  }

  private void keep(String photo, String round, boolean simulated) {
    assertThat(
            hub.parts()
                .shelves()
                .photos()
                .keep(
                    new ProofPhotos.Proof(
                        photo,
                        STATION,
                        round.isEmpty() ? Optional.empty() : Optional.of(round),
                        OptionalInt.empty(),
                        simulated,
                        jpeg())))
        .isTrue();
  }
}
