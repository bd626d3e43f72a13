package org.yizhan.hub.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yizhan.hub.notice.Audience.Role;
import org.yizhan.hub.notice.Kiosk;
import org.yizhan.hub.notice.Notice;
import org.yizhan.hub.notice.NoticeWords;
import org.yizhan.station.BilingualText;
import org.yizhan.station.FixtureName;
import org.yizhan.station.ItemCode;
import org.yizhan.wire.FaultKind;

/** Whatever an answer is but the documented "taken", the message is kept and sent again. */
class TroubledAnswersTest {
  private static final Notice LOCK =
      NoticeWords.faultRaised(Kiosk.REF, FaultKind.LOCK_FAILED, new FixtureName("front-lock"));

  @TempDir Path folder;
  private final CountDownLatch end = new CountDownLatch(1);
  private TellingHub hub;
  private VendorStandIn vendors;

  @BeforeEach
  void open() {
    hub = new TellingHub(folder, Duration.ofMillis(1_500));
    vendors = new VendorStandIn(hub.clock);
  }

  @AfterEach
  void close() {
    end.countDown();
    vendors.close();
    hub.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"errcode\":310000,\"errmsg\":\"sign not match\"}",
        "{\"errcode\":93000,\"errmsg\":\"invalid webhook url\"}",
        "{\"errcode\":\"0\"}",
        "{\"errcode\":null}",
        "{}",
        "[0]",
        "ok",
        "",
        "{\"errcode\":0",
        "<html>captive portal</html>",
      })
  void a_200_that_does_not_say_taken_is_not_believed(String body) {
    hub.addKeeper(vendors.weCom());
    vendors.next.add(exchange -> VendorStandIn.say(exchange, 200, body));

    hub.queue.tell(LOCK);
    hub.round();
    assertThat(hub.standing("keepers").waiting()).isEqualTo(1);
    assertThat(hub.standing("keepers").trouble()).isPresent();
    hub.live(Duration.ofMinutes(2));

    assertThat(vendors.received).hasSize(2);
    assertThat(vendors.received.getFirst().body()).isEqualTo(vendors.received.getLast().body());
    assertThat(hub.standing("keepers").waiting()).isZero();
    assertThat(hub.standing("keepers").trouble()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 408, 500, 502, 503})
  void an_error_status_is_tried_again(int status) {
    hub.addKeeper(vendors.webhook());
    vendors.next.add(exchange -> VendorStandIn.say(exchange, status, ""));

    hub.queue.tell(LOCK);
    hub.round();
    hub.live(Duration.ofMinutes(2));

    assertThat(vendors.received).hasSize(2);
    assertThat(vendors.received.getFirst().json().getString("id"))
        .isEqualTo(vendors.received.getLast().json().getString("id"));
  }

  @Test
  void who_asks_to_wait_is_waited_for() {
    hub.addKeeper(vendors.ntfy());
    vendors.next.add(
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "1200");
          VendorStandIn.say(exchange, 429, "{\"code\":42901,\"http\":429}");
        });

    hub.queue.tell(LOCK);
    hub.round();
    hub.live(Duration.ofMinutes(19));
    assertThat(vendors.received).hasSize(1);
    hub.live(Duration.ofMinutes(2));

    assertThat(vendors.received).hasSize(2);
  }

  @Test
  void a_dingtalk_robot_that_was_hurried_is_left_alone_for_ten_minutes() {
    hub.addKeeper(vendors.dingTalk());
    vendors.next.add(
        exchange ->
            VendorStandIn.say(
                exchange,
                200,
                "{\"errcode\":130101,\"errmsg\":\"send too fast, exceed 20 times per minute\"}"));

    hub.queue.tell(LOCK);
    hub.round();
    hub.live(Duration.ofMinutes(9));
    assertThat(vendors.received).hasSize(1);
    hub.live(Duration.ofMinutes(2));

    assertThat(vendors.received).hasSize(2);
  }

  @Test
  void silence_is_given_up_in_time_and_tried_again() {
    hub.addKeeper(vendors.feishu());
    vendors.next.add(exchange -> await());

    hub.queue.tell(LOCK);
    hub.round();
    assertThat(hub.standing("keepers").trouble()).isPresent();
    hub.live(Duration.ofMinutes(2));

    assertThat(vendors.received).hasSize(2);
    assertThat(hub.standing("keepers").waiting()).isZero();
  }

  @Test
  void an_answer_that_drips_is_not_waited_for() {
    hub.addKeeper(vendors.webhook());
    vendors.next.add(
        exchange -> {
          exchange.sendResponseHeaders(202, 1_000);
          exchange.getResponseBody().write('.');
          exchange.getResponseBody().flush();
          await();
        });

    hub.queue.tell(LOCK);
    hub.round();

    assertThat(hub.standing("keepers").trouble()).contains("no answer in 1 s");
  }

  @Test
  void fifty_megabytes_are_not_read() {
    hub.addKeeper(vendors.webhook());
    long[] written = new long[1];
    vendors.next.add(exchange -> flood(exchange, written));

    hub.queue.tell(LOCK);
    hub.round();

    assertThat(hub.standing("keepers").waiting()).isEqualTo(1);
    assertThat(written[0]).isLessThan(50L * 1024 * 1024);
    hub.live(Duration.ofMinutes(2));
    assertThat(hub.standing("keepers").waiting()).isZero();
  }

  private static void flood(HttpExchange exchange, long[] written) throws IOException {
    exchange.sendResponseHeaders(200, 50L * 1024 * 1024);
    byte[] block = new byte[64 * 1024];
    try (OutputStream out = exchange.getResponseBody()) {
      for (int i = 0; i < 800; i++) {
        out.write(block);
        written[0] += block.length;
      }
    }
  }

  @Test
  void a_redirect_elsewhere_is_refused() {
    try (VendorStandIn elsewhere = new VendorStandIn(hub.clock)) {
      hub.addKeeper(vendors.webhook());
      vendors.next.add(
          exchange -> {
            exchange.getResponseHeaders().set("Location", elsewhere.webhook().url().toString());
            VendorStandIn.say(exchange, 307, "");
          });

      hub.queue.tell(LOCK);
      hub.round();

      assertThat(elsewhere.received).isEmpty();
      assertThat(hub.standing("keepers").trouble())
          .contains("HTTP 307: redirects are not followed");
    }
  }

  @Test
  void a_line_that_breaks_is_tried_again() {
    hub.addKeeper(vendors.webhook());
    vendors.next.add(HttpExchange::close);

    hub.queue.tell(LOCK);
    hub.round();
    hub.live(Duration.ofMinutes(2));

    assertThat(hub.standing("keepers").waiting()).isZero();
  }

  @Test
  void a_hopeless_message_is_given_up_shown_and_the_next_role_hears() {
    hub.addKeeper(vendors.weCom());
    hub.add("union", vendors.feishu(), Role.UNION, "");
    hub.queue.tell(NoticeWords.itemBelowMinimum(Kiosk.REF, water(), waterName(), 1, 12));
    for (int i = 0; i < 60; i++) {
      vendors.next.add(exchange -> VendorStandIn.say(exchange, 200, "{\"errcode\":93000}"));
    }

    for (int i = 0; i < 30; i++) {
      hub.after(Duration.ofHours(1));
      if (hub.standing("keepers").givenUp() > 0) {
        vendors.next.clear();
      }
    }

    assertThat(hub.standing("keepers").givenUp()).isEqualTo(1);
    assertThat(hub.standing("keepers").trouble()).contains("errcode 93000: null");
    assertThat(vendors.received.getLast().body()).contains("还没有人处理");
    assertThat(
            hub.meters.get("yizhan.notices.messages").tag("outcome", "given_up").counter().count())
        .isEqualTo(1);
  }

  private static ItemCode water() {
    return new ItemCode("water");
  }

  private static BilingualText waterName() {
    return new BilingualText("饮用水", "Water");
  }

  private void await() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void what_an_answer_says_is_shown_on_one_line_and_not_whole() {
    Outcome.Failed failed =
        new Outcome.Failed("a\nb\u202e\u0007" + "c".repeat(9_999), Duration.ZERO);

    assertThat(failed.why()).startsWith("a b c").hasSizeLessThan(210);
  }

  @Test
  void counts_what_went_and_what_waits() {
    hub.addKeeper(vendors.weCom());
    vendors.next.add(exchange -> VendorStandIn.say(exchange, 503, ""));

    hub.queue.tell(LOCK);
    hub.round();
    assertThat(hub.meters.get("yizhan.notices.waiting").gauge().value()).isEqualTo(1);
    hub.live(Duration.ofMinutes(2));

    assertThat(hub.meters.get("yizhan.notices.waiting").gauge().value()).isZero();
    assertThat(hub.meters.get("yizhan.notices.messages").tag("outcome", "sent").counter().count())
        .isEqualTo(1);
    assertThat(hub.meters.get("yizhan.notices.messages").tag("outcome", "failed").counter().count())
        .isEqualTo(1);
  }
}
