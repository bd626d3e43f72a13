package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yizhan.hub.people.Sessions;

class SignInTest extends WithHub {
  @Test
  void shows_nothing_to_a_stranger() {
    hub.withAccount();

    for (String path :
        List.of(
            "/",
            "/stations/liaocheng-01",
            "/usage",
            "/usage.csv",
            "/silent",
            "/account",
            "/live")) {
      var answer = client.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(303);
      assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith("/sign-in");
    }
  }

  @Test
  void lets_the_first_person_in_by_the_setup_link_once() {
    String link = hub.parts().accounts().setupLink().orElseThrow();
    assertThat(client.get("/sign-in?lang=en").body()).contains("one-time setup link");

    var answer =
        client.submit(
            "/link/" + link,
            "/link/" + link,
            Map.of("name", "Wang", "password", "橘子码头自行车雨伞天", "again", "橘子码头自行车雨伞天"));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(client.get("/").statusCode()).isEqualTo(200);
    assertThat(client.get("/link/" + link).statusCode()).isEqualTo(404);
  }

  @Test
  void says_what_is_wrong_with_a_first_password_and_keeps_the_link() {
    String link = "/link/" + hub.parts().accounts().setupLink().orElseThrow() + "?lang=en";

    assertThat(
            client
                .submit(link, link, Map.of("name", "wang", "password", "abc", "again", "abc"))
                .body())
        .contains("Too short");
    assertThat(
            client
                .submit(link, link, Map.of("name", "wang", "password", "abcdef 1", "again", "x"))
                .body())
        .contains("differ");
    assertThat(client.get(link).statusCode()).isEqualTo(200);
  }

  @Test
  void rotates_the_session_at_sign_in_and_guards_its_cookie() {
    hub.withAccount();
    client.get("/sign-in");
    String before = client.cookies().get("yizhan");

    var answer = client.signIn();

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(client.cookies().get("yizhan")).isNotEqualTo(before);
    assertThat(answer.headers().allValues("Set-Cookie"))
        .anyMatch(
            cookie ->
                cookie.startsWith("yizhan=")
                    && cookie.contains("HTTPOnly")
                    && cookie.contains("SameSite=Lax")
                    && cookie.contains("Path=/"));
    assertThat(client.get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void does_not_say_whether_the_name_or_the_password_is_wrong() {
    hub.withAccount();

    var wrongPassword = client.signIn(TestHub.NAME, "not the password");
    var wrongName = client.signIn("nobody", TestHub.PASSWORD);

    assertThat(wrongPassword.statusCode()).isEqualTo(401);
    assertThat(wrongName.statusCode()).isEqualTo(401);
    assertThat(wrongPassword.body()).contains("用户名或密码不对");
    assertThat(wrongName.body()).contains("用户名或密码不对");
  }

  @Test
  void makes_a_guesser_wait_and_says_how_long() {
    hub.withAccount();
    for (int tries = 0; tries < 5; tries++) {
      client.signIn(TestHub.NAME, "guess number " + tries);
    }

    var answer = client.signIn();

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After").orElseThrow()).matches("[1-9][0-9]*");
  }

  @Test
  void takes_no_form_without_its_token_or_from_elsewhere() {
    hub.withAccount();
    client.signIn();
    String token = client.token("/account");

    assertThat(client.post("/sign-out", Map.of()).statusCode()).isEqualTo(400);
    assertThat(client.post("/sign-out", Map.of("form-token", "x".repeat(86))).statusCode())
        .isEqualTo(400);
    assertThat(
            client
                .post("/sign-out", Map.of("form-token", token), "Origin", "https://evil.example")
                .statusCode())
        .isEqualTo(403);
    assertThat(
            client
                .post("/sign-out", Map.of("form-token", token), "Sec-Fetch-Site", "cross-site")
                .statusCode())
        .isEqualTo(403);
    assertThat(client.get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void takes_no_token_of_somebody_elses_session() {
    hub.withAccount();
    client.signIn();
    HubClient other = new HubClient(hub);
    other.signIn();

    assertThat(client.post("/sign-out", Map.of("form-token", other.token("/account"))).statusCode())
        .isEqualTo(400);
  }

  @Test
  void ends_the_session_at_sign_out_not_only_the_cookie() {
    hub.withAccount();
    client.signIn();
    String stolen = client.cookies().get("yizhan");

    client.submit("/account", "/sign-out", Map.of());
    client.cookies().put("yizhan", stolen);

    assertThat(client.get("/").statusCode()).isEqualTo(303);
  }

  @Test
  void signs_everybody_else_out_when_the_password_changes() {
    hub.withAccount();
    client.signIn();
    HubClient other = new HubClient(hub);
    other.signIn();

    var answer =
        client.submit(
            "/account",
            "/account/password",
            Map.of("current", TestHub.PASSWORD, "password", "橘子码头自行车雨伞天", "again", "橘子码头自行车雨伞天"));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(client.get("/").statusCode()).isEqualTo(200);
    assertThat(other.get("/").statusCode()).isEqualTo(303);
  }

  @Test
  void ends_an_unused_session() {
    hub.withAccount();
    client.signIn();

    clock.advance(Sessions.IDLE_MAX);

    assertThat(client.get("/").statusCode()).isEqualTo(303);
  }

  @Test
  void goes_on_to_the_page_that_was_asked_for_but_never_elsewhere() {
    assertThat(SignInPages.next("/stations/a-1?lang=en")).isEqualTo("/stations/a-1?lang=en");
    for (String foreign :
        List.of(
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "/a\r\nSet-Cookie: x=1",
            "",
            "/sign-out")) {
      assertThat(SignInPages.next(foreign)).as(foreign).isEqualTo("/");
    }
  }
}
