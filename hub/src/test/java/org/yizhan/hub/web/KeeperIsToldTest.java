package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yizhan.hub.notice.Notice;
import org.yizhan.hub.notice.NoticeWords;
import org.yizhan.hub.notice.StationRef;
import org.yizhan.hub.people.Volunteer;
import org.yizhan.station.BilingualText;
import org.yizhan.station.FixtureName;
import org.yizhan.station.ItemCode;
import org.yizhan.station.UnionPlace;
import org.yizhan.wire.FaultKind;

/** What a keeper was told of, sees on their page, and sees to. */
class KeeperIsToldTest extends WithKeeper {
  private static final Notice WATER_IS_LOW =
      NoticeWords.itemBelowMinimum(
          new StationRef(
              STATION,
              new BilingualText("黄河五路驿站", "Huanghe 5th Road"),
              UnionPlace.of("shandong/binzhou/bincheng")),
          new ItemCode("water-550ml"),
          new BilingualText("瓶装水", "Bottled water"),
          5,
          24);

  private static final Notice LOCK_FAILED =
      NoticeWords.faultRaised(
          WATER_IS_LOW.station(), FaultKind.LOCK_FAILED, new FixtureName("front-lock"));

  @Test
  void says_on_the_phone_that_they_see_to_it_and_nobody_further_is_told() {
    waterIsMissing();
    hub.parts().telling().matters().tell(WATER_IS_LOW);
    hub.parts().telling().matters().tell(LOCK_FAILED);
    String before = keeper.get("/keep").body();

    HttpResponse<String> supplies = seen(keeper, "supplies");
    String between = keeper.get("/keep").body();
    seen(keeper, LOCK_FAILED.key().value());

    assertThat(before)
        .contains("Open besides", "I see to it that somebody goes")
        .contains("<strong>The lock does not answer (front-lock)</strong>")
        .doesNotContain("Huanghe 5th Road: ")
        .doesNotContain("said at");
    assertThat(supplies.headers().firstValue("Location")).hasValue("/keep#kiosk-01");
    assertThat(between)
        .containsOnlyOnce("赵 said at 12:30 that somebody sees to it")
        .doesNotContain("I see to it that somebody goes")
        .contains("I see to it<");
    assertThat(hub.parts().telling().matters().matters())
        .allSatisfy(
            matter -> {
              assertThat(matter.acknowledged().orElseThrow().by()).hasValue("赵");
              assertThat(matter.next()).isEmpty();
            });
  }

  @Test
  void what_stands_elsewhere_is_none_of_a_keepers() {
    hub.parts().telling().matters().tell(LOCK_FAILED);
    HubClient other = joined("周", Volunteer.Kind.KEEPER, List.of(OTHER));

    assertThat(other.get("/keep").body()).doesNotContain("The lock does not answer (front-lock)");
    assertThat(seen(other, LOCK_FAILED.key().value()).statusCode()).isEqualTo(400);
    assertThat(
            keeper
                .post(
                    "/keep/seen",
                    Map.of("station", "kiosk-01", "matter", "supplies", "form-token", "none"))
                .statusCode())
        .isGreaterThanOrEqualTo(400);
    assertThat(hub.parts().telling().matters().matters().getFirst().acknowledged()).isEmpty();
  }

  @Test
  void sees_since_when_nobody_goes_and_that_somebody_sees_to_it() {
    waterIsMissing();
    hub.parts().telling().matters().tell(WATER_IS_LOW);
    clock.advance(Duration.ofHours(5));

    String nobody = keeper.get("/keep").body();
    hub.parts().telling().matters().acknowledge(WATER_IS_LOW.key(), Optional.of("meilin"));
    String somebody = keeper.get("/keep").body();

    assertThat(nobody).contains("Nobody is on the way, since 12:30 (5 h)");
    assertThat(nobody).doesNotContain("somebody sees to it");
    assertThat(somebody).contains("meilin said at 17:30 that somebody sees to it");
  }

  @Test
  void a_round_given_back_begins_the_wait_anew() {
    waterIsMissing();
    hub.parts().telling().matters().tell(WATER_IS_LOW);
    HubClient lin = joined("林");
    String round = key();
    lin.postJson("/s/kiosk-01/claim", new JsonObject().put("round", round));
    clock.advance(Duration.ofHours(2));
    lin.postJson("/s/kiosk-01/give-back", new JsonObject().put("round", round));
    clock.advance(Duration.ofHours(1));

    assertThat(keeper.get("/keep").body()).contains("Nobody is on the way, since 14:30 (1 h)");
  }

  private static HttpResponse<String> seen(HubClient client, String matter) {
    return client.submit("/keep", "/keep/seen", Map.of("station", "kiosk-01", "matter", matter));
  }
}
