package org.yizhan.hub.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.hub.notice.Audience.Role;
import org.yizhan.hub.notice.Kiosk;
import org.yizhan.hub.notice.MatterKey;
import org.yizhan.hub.notice.Notice;
import org.yizhan.hub.notice.NoticeWords;
import org.yizhan.hub.notice.StationRef;
import org.yizhan.station.BilingualText;
import org.yizhan.station.FixtureName;
import org.yizhan.station.StationId;
import org.yizhan.station.UnionPlace;
import org.yizhan.wire.FaultKind;

class NoticePostTest {
  private static final Notice LOCK =
      NoticeWords.faultRaised(Kiosk.REF, FaultKind.LOCK_FAILED, new FixtureName("front-lock"));
  private static final Notice SILENT = NoticeWords.stationSilent(Kiosk.REF);
  private static final Duration GATHER = NoticeQueue.GATHER;

  @TempDir Path folder;
  private TellingHub hub;
  private VendorStandIn vendors;

  @BeforeEach
  void open() {
    hub = new TellingHub(folder);
    vendors = new VendorStandIn(hub.clock);
  }

  @AfterEach
  void close() {
    vendors.close();
    hub.close();
  }

  private List<String> said() {
    return vendors.received.stream().map(VendorStandIn.Received::body).toList();
  }

  @Test
  void an_urgent_notice_goes_at_once_to_the_keepers_of_its_station_and_to_nobody_else() {
    hub.addKeeper(vendors.weCom());
    hub.add("union", vendors.feishu(), Role.UNION, "");
    hub.add("volunteers", vendors.dingTalk(), Role.VOLUNTEER, "");

    hub.queue.tell(LOCK);
    hub.round();

    assertThat(vendors.received)
        .extracting(VendorStandIn.Received::path)
        .containsExactly("/cgi-bin/webhook/send");
    assertThat(said().getFirst()).contains("东昌路驿站：门锁没有反应").doesNotContain("lock does");
  }

  @Test
  void a_station_elsewhere_is_not_told() {
    hub.addKeeper(vendors.weCom());
    StationRef elsewhere =
        new StationRef(
            new StationId("elsewhere-01"),
            new BilingualText("别处", "Elsewhere"),
            UnionPlace.of("hebei/handan"));

    hub.queue.tell(NoticeWords.stationSilent(elsewhere));
    hub.after(GATHER);

    assertThat(vendors.received).isEmpty();
  }

  @Test
  void calm_notices_gather_into_one_message() {
    hub.addKeeper(vendors.weCom());

    hub.queue.tell(SILENT);
    hub.queue.tell(NoticeWords.matterRaised(Kiosk.REF, 17));
    hub.round();
    assertThat(vendors.received).isEmpty();
    hub.after(GATHER);

    assertThat(said()).hasSize(1);
    assertThat(said().getFirst()).contains("驿站：2 件事").contains("第 17 号");
  }

  @Test
  void a_matter_is_told_once_while_it_stands_and_its_end_once() {
    hub.addKeeper(vendors.weCom());

    for (int i = 0; i < 5; i++) {
      hub.queue.tell(LOCK);
      hub.after(Duration.ofMinutes(10));
    }
    hub.queue.over(LOCK.key());
    hub.queue.over(LOCK.key());
    hub.live(Duration.ofMinutes(20));

    assertThat(said()).hasSize(2);
    assertThat(said().getLast()).contains("已解除｜东昌路驿站：门锁没有反应");
  }

  @Test
  void what_was_over_before_anybody_heard_is_not_told_at_all() {
    hub.addKeeper(vendors.weCom());

    hub.queue.tell(SILENT);
    hub.clock.advance(Duration.ofMinutes(2));
    hub.queue.over(SILENT.key());
    hub.live(Duration.ofMinutes(20));

    assertThat(vendors.received).isEmpty();
  }

  @Test
  void what_begins_again_is_told_again() {
    hub.addKeeper(vendors.weCom());

    hub.queue.tell(LOCK);
    hub.round();
    hub.queue.over(LOCK.key());
    hub.queue.tell(LOCK);
    hub.round();

    assertThat(said()).hasSize(2).allMatch(body -> body.contains("门锁没有反应"));
  }

  @Test
  void quiet_hours_over_midnight_hold_the_calm_and_let_the_urgent_through() {
    hub.add("keepers", vendors.weCom(), Role.KEEPER, "22:00-07:00");
    hub.clock.advance(Duration.between(hub.clock.instant(), Instant.parse("2026-07-01T14:30:00Z")));

    hub.queue.tell(SILENT);
    hub.after(GATHER);
    assertThat(said()).isEmpty();
    hub.queue.tell(LOCK);
    hub.round();
    assertThat(said()).hasSize(1).first().asString().contains("门锁").doesNotContain("没有消息");
    hub.live(Duration.between(hub.clock.instant(), Instant.parse("2026-07-01T22:59:50Z")));
    assertThat(said()).hasSize(1);
    hub.live(Duration.ofSeconds(20)); // past seven in the morning

    assertThat(said()).hasSize(2);
    assertThat(said().getLast()).contains("很久没有消息了");
  }

  @Test
  void an_urgent_notice_passes_a_calm_message_that_did_not_arrive_before_the_night() {
    hub.add("keepers", vendors.weCom(), Role.KEEPER, "22:00-07:00");
    hub.clock.advance(Duration.between(hub.clock.instant(), Instant.parse("2026-07-01T13:54:00Z")));
    hub.queue.tell(SILENT);
    vendors.next.add(exchange -> VendorStandIn.say(exchange, 503, ""));
    hub.after(GATHER); // 21:59, and it fails

    hub.clock.advance(Duration.ofMinutes(30));
    hub.queue.tell(LOCK);
    hub.round();

    assertThat(said()).hasSize(2);
    assertThat(said().getLast()).contains("门锁").doesNotContain("没有消息");
  }

  @Test
  void an_urgent_notice_does_not_wait_behind_a_calm_message_that_is_to_be_tried_later() {
    hub.addKeeper(vendors.dingTalk());
    hub.queue.tell(SILENT);
    vendors.next.add(exchange -> VendorStandIn.say(exchange, 200, "{\"errcode\":130101}"));
    hub.after(GATHER); // to be tried in ten minutes

    hub.queue.tell(LOCK);
    hub.after(Duration.ofSeconds(2));

    assertThat(said()).hasSize(2);
    assertThat(said().getLast()).contains("门锁");
  }

  @Test
  void nobody_took_care_so_the_next_role_hears_of_it() {
    hub.addKeeper(vendors.weCom());
    hub.add("union", vendors.feishu(), Role.UNION, "");

    hub.queue.tell(LOCK);
    hub.round();
    hub.after(Duration.ofHours(11));
    assertThat(vendors.received).hasSize(1);
    hub.after(Duration.ofHours(1));

    assertThat(vendors.received).hasSize(2);
    assertThat(vendors.received.getLast().path()).contains("bot/v2/hook");
    assertThat(said().getLast()).contains("还没有人处理｜东昌路驿站：门锁没有反应");
  }

  @Test
  void whoever_sees_to_it_stops_the_escalation() {
    hub.addKeeper(vendors.weCom());
    hub.add("union", vendors.feishu(), Role.UNION, "");

    hub.queue.tell(LOCK);
    hub.round();
    hub.queue.acknowledge(LOCK.key());
    hub.after(Duration.ofDays(3));

    assertThat(vendors.received).hasSize(1);
  }

  @Test
  void where_no_keeper_listens_the_union_hears_at_once() {
    hub.addKeeper(vendors.weCom());
    hub.add("union", vendors.feishu(), Role.UNION, "");
    hub.subscriptions.unsubscribe(hub.subscriptions.find("keepers").orElseThrow().wayOut());

    hub.queue.tell(LOCK);
    hub.round();

    assertThat(vendors.received)
        .extracting(VendorStandIn.Received::path)
        .containsExactly("/open-apis/bot/v2/hook/xxxx");
  }

  @Test
  void five_hundred_notices_are_few_messages_each_within_4096_bytes() {
    hub.addKeeper(vendors.weCom());
    for (int number = 1; number <= 500; number++) {
      hub.queue.tell(NoticeWords.matterRaised(Kiosk.REF, number));
    }

    hub.live(Duration.ofMinutes(10));

    assertThat(said()).hasSizeBetween(2, 3);
    assertThat(said().getLast()).contains("件未列出");
    assertThat(vendors.received)
        .allMatch(
            each ->
                each.json()
                        .getJsonObject("markdown")
                        .getString("content")
                        .getBytes(StandardCharsets.UTF_8)
                        .length
                    <= 4_096);
    assertThat(hub.queue.waiting()).isZero();
  }

  @Test
  void urgent_notices_one_by_one_never_pass_the_robots_twenty_a_minute() {
    hub.addKeeper(vendors.dingTalk());

    for (int i = 0; i < 60; i++) {
      hub.queue.tell(
          NoticeWords.faultRaised(Kiosk.REF, FaultKind.LOCK_FAILED, new FixtureName("lock-" + i)));
      hub.after(Duration.ofSeconds(1));
    }
    hub.live(Duration.ofMinutes(3));

    assertThat(vendors.received).hasSizeBetween(18, 40);
    assertThat(hub.standing("keepers").trouble()).isEmpty();
    assertThat(hub.queue.waiting()).isZero();
  }

  @Test
  void a_restart_does_not_forget_what_the_last_minute_has_used() {
    hub.addKeeper(vendors.dingTalk());
    for (int i = 0; i < 60; i++) {
      hub.queue.tell(
          NoticeWords.faultRaised(Kiosk.REF, FaultKind.LOCK_FAILED, new FixtureName("lock-" + i)));
      hub.round();
      hub.restart();
    }

    assertThat(vendors.received).hasSize(18);
  }

  @Test
  void too_many_that_wait_are_dropped_and_counted() {
    hub.addKeeper(vendors.weCom());
    hub.subscriptions.mute("keepers", Instant.MAX);
    for (int number = 1; number <= NoticeQueue.WAITING_MAX + 5; number++) {
      hub.queue.tell(NoticeWords.matterRaised(Kiosk.REF, number));
    }

    assertThat(hub.standing("keepers").shed()).isEqualTo(5);
    assertThat(hub.standing("keepers").waiting()).isEqualTo(NoticeQueue.WAITING_MAX);
  }

  @Test
  void a_muted_address_waits_and_hears_all_afterwards() {
    hub.addKeeper(vendors.weCom());
    hub.subscriptions.mute("keepers", hub.clock.instant().plus(Duration.ofHours(1)));

    hub.queue.tell(LOCK);
    hub.after(Duration.ofMinutes(59));
    assertThat(said()).isEmpty();
    hub.after(Duration.ofMinutes(1));

    assertThat(said()).hasSize(1);
  }

  @Test
  void who_leaves_hears_nothing_of_what_waited() {
    hub.addKeeper(vendors.weCom());
    hub.queue.tell(SILENT);

    assertThat(
            hub.subscriptions.unsubscribe(hub.subscriptions.find("keepers").orElseThrow().wayOut()))
        .isTrue();
    hub.live(Duration.ofMinutes(10));

    assertThat(said()).isEmpty();
    assertThat(hub.queue.waiting()).isZero();
    assertThat(hub.subscriptions.unsubscribe("ffffffffffffffffffffffffffffffff")).isFalse();
  }

  @Test
  void every_message_names_its_own_way_out() {
    hub.addKeeper(vendors.weCom());
    hub.queue.tell(LOCK);

    hub.round();

    assertThat(said().getFirst())
        .contains(
            "https://hub.example.org/unsubscribe/"
                + hub.subscriptions.find("keepers").orElseThrow().wayOut());
  }

  @Test
  void what_is_over_or_sent_is_forgotten_after_a_month() {
    hub.addKeeper(vendors.weCom());
    hub.queue.tell(LOCK);
    hub.round();
    hub.queue.over(LOCK.key());
    hub.live(Duration.ofMinutes(10));
    hub.queue.tell(SILENT);

    hub.clock.advance(NoticeQueue.KEEP.plusDays(1));
    hub.queue.forgetOld();

    assertThat(count("notice_letter")).isZero();
    assertThat(count("notice_matter")).isEqualTo(1); // the silence stands
    assertThat(hub.queue.standing(Set.of(SILENT.kind())))
        .containsExactly(new MatterKey("station-silent:lc-dongchang-01"));
  }

  private int count(String table) {
    return hub.database
        .reader()
        .withHandle(
            handle ->
                handle.createQuery("SELECT count(*) FROM " + table).mapTo(Integer.class).one());
  }
}
