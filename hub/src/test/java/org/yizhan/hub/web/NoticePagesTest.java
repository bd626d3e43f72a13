package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.hub.notice.Audience;
import org.yizhan.hub.notice.NoticeWords;
import org.yizhan.hub.notice.StationRef;
import org.yizhan.hub.notice.Tongue;
import org.yizhan.hub.notify.Channel;
import org.yizhan.hub.notify.StandingMatter;
import org.yizhan.hub.notify.Subscription;
import org.yizhan.hub.notify.VendorStandIn;
import org.yizhan.hub.people.AccountName;
import org.yizhan.hub.people.Role;
import org.yizhan.station.BilingualText;
import org.yizhan.station.ItemCode;
import org.yizhan.station.UnionPlace;

/** Who is told, whether it arrives, and what stands. */
class NoticePagesTest extends WithShelf {
  private static final String SECRET = "SECa-secret-of-the-group";
  private static final String ROBOT = "https://oapi.dingtalk.com/robot/send?access_token=abcdef123";
  private static final StationRef REF =
      new StationRef(
          STATION,
          new BilingualText("黄河五路驿站", "Huanghe 5th Road"),
          UnionPlace.of("shandong/binzhou/bincheng"));

  private HubClient admin() {
    HubClient admin = new HubClient(hub);
    admin.cookies().put("lang", "en");
    admin.signIn();
    return admin;
  }

  private HubClient viewer() {
    hub.parts().accounts().put(new AccountName("looker"), Role.UNION_VIEWER, TestHub.PASSWORD);
    HubClient viewer = new HubClient(hub);
    viewer.cookies().put("lang", "en");
    viewer.signIn("looker", TestHub.PASSWORD);
    return viewer;
  }

  private void add(String name, Channel channel, Audience.Role role) {
    hub.parts()
        .telling()
        .subscriptions()
        .add(
            new Subscription.Wish(
                name,
                channel,
                new Audience(role, Audience.Scope.of("place:shandong/binzhou")),
                Tongue.EN,
                Optional.empty()));
  }

  private void waterIsLow() {
    hub.parts()
        .telling()
        .matters()
        .tell(
            NoticeWords.itemBelowMinimum(
                REF,
                new ItemCode("water-550ml"),
                new BilingualText("瓶装水", "Bottled water"),
                3,
                24));
  }

  private Subscription channel(String name) {
    return hub.parts().telling().subscriptions().find(name).orElseThrow();
  }

  private static Map<String, String> robot(Map<String, String> changed) {
    Map<String, String> form =
        new TreeMap<>(
            Map.of(
                "name", "binzhou-keepers",
                "address", ROBOT,
                "secret", SECRET,
                "role", "keeper",
                "scope", "place:shandong/binzhou",
                "language", "en",
                "quiet-from", "22:00",
                "quiet-to", "07:00"));
    form.putAll(changed);
    return form;
  }

  @Test
  void a_group_is_added_by_a_form_and_its_secrets_are_never_shown_again() {
    HubClient admin = admin();

    HttpResponse<String> added =
        admin.submit("/notices/new/dingtalk", "/notices/new/dingtalk", robot(Map.of()));

    assertThat(added.statusCode()).as(added.body()).isEqualTo(303);
    assertThat(channel("binzhou-keepers").wish().channel().rateKey()).isEqualTo(ROBOT);
    for (String page : new String[] {"/notices", "/notices/channels/binzhou-keepers"}) {
      assertThat(admin.get(page).body())
          .contains("oapi.dingtalk.com/…f123")
          .contains("Hears as keepers of all stations in Shandong › Binzhou")
          .contains("quiet 22:00–07:00")
          .contains("No notice was sent yet")
          .doesNotContain("access_token")
          .doesNotContain(SECRET);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "name, Binzhou!, 'The short name has 1 to 40'",
    "address, https://oapi.dingtalk.com/robot/send, 'ends with access_token=…'",
    "address, http://127.0.0.1:8080/x?access_token=1, 'on the hub’s own machine'",
    "secret, '', 'Paste the secret'",
    "secret, 'two words', 'Paste the secret'",
    "scope, place:nowhere, 'Choose a place or a station'",
    "scope, everything, 'Choose a place or a station'",
    "role, boss, 'Choose who reads there'",
    "quiet-to, '', 'Give both times'",
    "quiet-to, 22:00, 'Give both times'",
  })
  void what_cannot_be_is_said_beside_what_was_typed_but_never_the_secrets(
      String field, String value, String sentence) {
    HttpResponse<String> answer =
        admin()
            .submit("/notices/new/dingtalk", "/notices/new/dingtalk", robot(Map.of(field, value)));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains(sentence)
        .contains("href=\"#" + (field.equals("quiet-to") ? "quiet-from" : field) + "\"")
        .doesNotContain(SECRET)
        .doesNotContain("abcdef123");
    assertThat(hub.parts().telling().subscriptions().all()).isEmpty();
  }

  @Test
  void a_name_is_taken_once() {
    add("binzhou-keepers", new Channel.Mail("keepers@example.org"), Audience.Role.KEEPER);

    HttpResponse<String> answer =
        admin().submit("/notices/new/dingtalk", "/notices/new/dingtalk", robot(Map.of()));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("There is a channel of this name already");
  }

  @Test
  void the_test_button_sends_a_real_letter_and_says_what_the_server_answered() {
    try (VendorStandIn vendors = new VendorStandIn(clock)) {
      add("group", vendors.weCom(), Audience.Role.KEEPER);
      add(
          "wrong",
          new Channel.DingTalkRobot(vendors.dingTalk().url(), "not-it"),
          Audience.Role.UNION);
      HubClient admin = admin();

      test(admin, "group");
      test(admin, "wrong");

      assertThat(vendors.received).hasSize(2);
      assertThat(vendors.received.getFirst().body()).contains("group");
      assertThat(admin.get("/notices/channels/group").body()).contains("The test letter was taken");
      assertThat(admin.get("/notices/channels/wrong").body())
          .contains("The test letter did not arrive. The secret does not fit")
          .contains("errcode 310000: sign not match");
    }
  }

  @Test
  void a_test_letter_goes_once_in_ten_seconds() {
    try (VendorStandIn vendors = new VendorStandIn(clock)) {
      add("group", vendors.weCom(), Audience.Role.KEEPER);
      HubClient admin = admin();

      test(admin, "group");
      HttpResponse<String> second = test(admin, "group");

      assertThat(second.statusCode()).isEqualTo(429);
      assertThat(second.body()).contains("Try again in 10 seconds");
      clock.advance(Duration.ofSeconds(10));
      assertThat(test(admin, "group").statusCode()).isEqualTo(303);
      assertThat(vendors.received).hasSize(2);
    }
  }

  private static HttpResponse<String> test(HubClient admin, String name) {
    String page = "/notices/channels/" + name;
    return admin.submit(page, page + "/test", Map.of());
  }

  @Test
  void a_channel_is_muted_woken_and_removed() {
    add("keepers", new Channel.Mail("keepers@example.org"), Audience.Role.KEEPER);
    HubClient admin = admin();
    String page = "/notices/channels/keepers";

    admin.submit(page, page + "/mute", Map.of("for", "8"));
    assertThat(admin.get(page).body()).contains("Muted until 20:30").contains("Unmute");
    admin.submit(page, page + "/mute", Map.of("for", "off"));
    assertThat(admin.get(page).body()).doesNotContain("Muted until");
    assertThat(admin.submit(page, page + "/mute", Map.of("for", "ever")).statusCode())
        .isEqualTo(400);
    admin.submit(page, page + "/remove", Map.of());

    assertThat(hub.parts().telling().subscriptions().all()).isEmpty();
    assertThat(admin.get(page).statusCode()).isEqualTo(404);
    assertThat(admin.get("/notices").body()).contains("Nobody is told anything yet");
  }

  @Test
  void what_stands_is_shown_with_who_was_told_and_who_is_next() {
    add("keepers", new Channel.Mail("keepers@example.org"), Audience.Role.KEEPER);
    waterIsLow();

    assertThat(admin().get("/notices").body())
        .contains("With 1 matter nobody has said yet")
        .contains("Bottled water")
        .contains("Told: keepers")
        .contains("If nobody sees to it by 26 Nov 12:30, the next to be told: the union")
        .contains("1 notice waits");
  }

  @Test
  void a_matter_nobody_heard_of_says_so() {
    waterIsLow();

    assertThat(admin().get("/notices").body()).contains("Told to nobody");
  }

  @Test
  void somebody_is_on_it_and_nobody_further_is_told() {
    waterIsLow();
    HubClient admin = admin();
    String key = hub.parts().telling().matters().matters().getFirst().key().value();

    HttpResponse<String> said =
        admin.submit("/notices", "/notices/handled", Map.of("matter", key, "place", "shandong"));

    assertThat(said.headers().firstValue("Location")).contains("/notices?place=shandong");
    StandingMatter matter = hub.parts().telling().matters().matters().getFirst();
    assertThat(matter.acknowledged().orElseThrow().by()).contains(TestHub.NAME);
    assertThat(matter.next()).isEmpty();
    assertThat(admin.get("/notices").body())
        .contains("meilin said at 12:30 that somebody sees to it")
        .contains("Somebody sees to all of it");
  }

  @Test
  void a_place_shows_its_own_matters_and_those_who_hear_of_it() {
    add("keepers", new Channel.Mail("keepers@example.org"), Audience.Role.KEEPER);
    waterIsLow();

    assertThat(admin().get("/notices?place=shandong/binzhou/bincheng").body())
        .contains("Bottled water")
        .contains("/notices/channels/keepers");
    assertThat(admin().get("/notices?place=guangxi").body())
        .doesNotContain("Bottled water")
        .doesNotContain("/notices/channels/keepers");
  }

  @Test
  void who_may_only_look_sees_all_and_changes_nothing() {
    add("keepers", new Channel.Mail("keepers@example.org"), Audience.Role.KEEPER);
    waterIsLow();
    HubClient viewer = viewer();
    String token = viewer.token("/account");

    assertThat(viewer.get("/notices").body())
        .contains("Only an administrator can change")
        .doesNotContain("<form method=\"post\"");
    assertThat(viewer.get("/notices/channels/keepers").body()).doesNotContain("method=\"post\"");
    for (String action :
        new String[] {
          "/notices/handled",
          "/notices/new/mail",
          "/notices/channels/keepers/test",
          "/notices/channels/keepers/mute",
          "/notices/channels/keepers/remove"
        }) {
      assertThat(viewer.post(action, Map.of("form-token", token)).statusCode())
          .as(action)
          .isEqualTo(400);
    }
    assertThat(viewer.get("/notices/new").statusCode()).isEqualTo(400);
    assertThat(channel("keepers").isMuted(clock.instant())).isFalse();
  }

  @Test
  void a_stranger_is_shown_the_way_in() {
    assertThat(new HubClient(hub).get("/notices").headers().firstValue("Location"))
        .contains("/sign-in?next=%2Fnotices");
  }

  @Test
  void a_form_of_somebody_elses_page_changes_nothing() {
    add("keepers", new Channel.Mail("keepers@example.org"), Audience.Role.KEEPER);

    assertThat(admin().post("/notices/channels/keepers/remove", Map.of()).statusCode())
        .isEqualTo(400);
    assertThat(hub.parts().telling().subscriptions().find("keepers")).isPresent();
  }
}
