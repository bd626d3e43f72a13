package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yizhan.hub.notice.Audience;
import org.yizhan.hub.notice.Tongue;
import org.yizhan.hub.notify.Channel;
import org.yizhan.hub.notify.Subscription;

class UnsubscribeTest extends WithHub {
  private String path = "";

  @BeforeEach
  void subscribe() {
    hub.parts()
        .telling()
        .subscriptions()
        .add(
            new Subscription.Wish(
                "keepers",
                new Channel.Mail("keeper@example.org"),
                new Audience(Audience.Role.KEEPER, Audience.Scope.of("place:shandong")),
                Tongue.ZH,
                Optional.empty()));
    path = "/unsubscribe/" + subscription().wayOut();
  }

  private Subscription subscription() {
    return hub.parts().telling().subscriptions().find("keepers").orElseThrow();
  }

  @Test
  void looking_at_the_link_as_mail_programs_do_changes_nothing() {
    assertThat(client.get(path + "?lang=en").body()).contains("Send no more").contains("keepers");
    assertThat(subscription().unsubscribed()).isFalse();
  }

  @Test
  void a_press_ends_it_without_any_sign_in() {
    assertThat(client.post(path + "?lang=en", Map.of()).body()).contains("gets no more notices");
    assertThat(subscription().unsubscribed()).isTrue();
  }

  @Test
  void a_mail_programs_one_click_is_taken() {
    assertThat(client.post(path, Map.of("List-Unsubscribe", "One-Click")).statusCode())
        .isEqualTo(200);
    assertThat(subscription().unsubscribed()).isTrue();
  }

  @Test
  void a_form_on_somebody_elses_page_is_not() {
    assertThat(client.post(path, Map.of(), "Origin", "https://evil.example").statusCode())
        .isEqualTo(403);
    assertThat(subscription().unsubscribed()).isFalse();
  }

  @Test
  void the_page_shows_no_address_and_speaks_one_language() {
    String chinese = client.get(path + "?lang=zh").body();

    assertThat(chinese).doesNotContain("example.org").doesNotContain("Send no more");
    assertThat(client.get(path + "?lang=en").body().replace("中文", ""))
        .doesNotContainPattern("\\p{IsHan}");
  }

  @Test
  void a_wrong_token_leads_nowhere() {
    assertThat(client.get("/unsubscribe/ffffffffffffffffffffffffffffffff").statusCode())
        .isEqualTo(404);
    assertThat(client.post("/unsubscribe/x", Map.of()).statusCode()).isEqualTo(404);
  }
}
