package org.yizhan.hub.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.hub.duty.book.DutyBook;
import org.yizhan.hub.loans.LentThings;
import org.yizhan.hub.matters.Matters;
import org.yizhan.hub.notice.Audience;
import org.yizhan.hub.notice.Kiosk;
import org.yizhan.hub.notice.NoticeKind;
import org.yizhan.hub.rounds.Rounds;
import org.yizhan.wire.FaultKind;

class StationWatchTest {
  private static final String SILENT = "station-silent:lc-dongchang-01";
  private static final String LOCK = "fault-raised:lc-dongchang-01:front-lock:lock-failed";
  private static final String WATER = "item-below-minimum:lc-dongchang-01:water";

  @TempDir Path folder;
  private TellingHub hub;
  private SeenStations stations;
  private StationWatch watch;

  @BeforeEach
  void open() {
    hub = new TellingHub(folder);
    stations = new SeenStations(hub.clock.instant());
    watch = newWatch();
  }

  private StationWatch newWatch() {
    return new StationWatch(
        stations,
        new Rounds(hub.database, hub.clock),
        new StationWatch.Sources(
            new LentThings(hub.database, hub.clock),
            new Matters(hub.database),
            new DutyBook(hub.database, hub.clock)),
        hub.queue,
        hub.clock);
  }

  @AfterEach
  void close() {
    watch.close();
    hub.close();
  }

  private void look(int minutes) {
    for (int minute = 0; minute < minutes; minute++) {
      hub.clock.advance(Duration.ofMinutes(1));
      watch.look();
    }
  }

  private List<String> standing() {
    return hub.queue.standing(EnumSet.copyOf(Arrays.asList(NoticeKind.values()))).stream()
        .map(Object::toString)
        .sorted()
        .toList();
  }

  @Test
  void a_station_is_silent_after_twenty_minutes_and_fifteen_more_of_watching() {
    look(35);
    assertThat(standing()).isEmpty();
    look(2);
    assertThat(standing()).containsExactly(SILENT);
    stations.lastSeen = hub.clock.instant();
    look(1);

    assertThat(standing()).isEmpty();
  }

  @Test
  void a_hub_that_was_down_for_hours_listens_before_it_speaks() {
    hub.clock.advance(Duration.ofHours(8));
    look(10);
    stations.lastSeen = hub.clock.instant();
    look(20);

    assertThat(standing()).isEmpty();
  }

  @Test
  void a_fault_is_told_at_once_and_over_when_presence_no_longer_has_it() {
    stations.faults.add(FaultKind.LOCK_FAILED);
    look(1);
    assertThat(standing()).containsExactly(LOCK);
    stations.faults.clear();
    look(1);

    assertThat(standing()).isEmpty();
  }

  @Test
  void a_station_that_fell_silent_has_not_mended_its_lock() {
    stations.faults.add(FaultKind.LOCK_FAILED);
    look(1);
    stations.faults.clear();
    stations.connected = false;
    look(60);

    assertThat(standing()).containsExactly(LOCK, SILENT);
  }

  @Test
  void missing_supplies_are_told_and_their_restocking_too() {
    stations.water = 11;
    look(1);
    assertThat(standing()).containsExactly(WATER);
    stations.water = 48;
    look(1);

    assertThat(standing()).isEmpty();
  }

  @Test
  void things_out_far_too_long_are_told_once_an_item_and_over_when_they_are_back() {
    lent(1, 8);
    lent(2, 8);
    lent(3, 1);
    look(1);
    assertThat(standing()).containsExactly("things-out-too-long:lc-dongchang-01:umbrella");
    hub.database.change(handle -> handle.execute("DELETE FROM loan_event"));
    look(1);

    assertThat(standing()).isEmpty();
  }

  @Test
  void a_thing_given_up_that_was_scanned_is_told() {
    lent(1, 1);
    hub.database.change(
        handle -> handle.execute("UPDATE lent_thing SET retired_ms = 1, turned_up_ms = 2"));
    look(1);

    assertThat(standing()).containsExactly("thing-turned-up:lc-dongchang-01");
  }

  @Test
  void a_group_is_reminded_of_its_week_and_the_keeper_when_nobody_opened_by_noon() {
    register();
    hub.add("riders", new Channel.Mail("riders@example.org"), Audience.Role.VOLUNTEER, "");
    hub.addKeeper(new Channel.Mail("keeper@example.org"));
    LocalDate tomorrow = LocalDate.parse("2026-07-02");
    arrange(tomorrow);
    look(1);
    assertThat(standing()).isEmpty();

    hub.clock.advance(Duration.ofHours(8)); // 18:01
    look(1);
    assertThat(standing()).containsExactly("duty-reminder:lc-dongchang-01:d20260702-1");
    StandingMatter.Next next = hub.queue.matters().getFirst().next().orElseThrow();
    assertThat(next.role()).isEqualTo(Audience.Role.KEEPER);
    assertThat(next.due()).isEqualTo(Instant.parse("2026-07-02T04:00:00Z"));

    hub.clock.advance(Duration.ofHours(30)); // the day after
    stations.lastSeen = hub.clock.instant();
    look(1);
    assertThat(standing()).isEmpty();
  }

  /** Made at three in the afternoon of its first day; 18 hours later that day is over. */
  @Test
  void the_keeper_hears_within_the_hour_and_once_of_a_turn_given_in_the_afternoon() {
    try (VendorStandIn vendors = new VendorStandIn(hub.clock)) {
      register();
      hub.add("riders", vendors.dingTalk(), Audience.Role.VOLUNTEER, "");
      hub.addKeeper(vendors.weCom());
      hub.clock.advance(Duration.ofHours(5));
      arrange(LocalDate.parse("2026-07-01"));
      lookAndSend(30);
      List<String> first = vendors.received.stream().map(VendorStandIn.Received::path).toList();
      hub.restart();
      watch.close();
      watch = newWatch();
      lookAndSend(30);
      int withinTheHour = vendors.received.size();
      lookAndSend(60);

      assertThat(first).containsExactly("/robot/send");
      assertThat(withinTheHour).isEqualTo(2);
      assertThat(vendors.received)
          .extracting(VendorStandIn.Received::path)
          .containsExactly("/robot/send", "/cgi-bin/webhook/send");
      assertThat(vendors.received.getLast().body()).contains("一组值班");
    }
  }

  private void lookAndSend(int minutes) {
    for (int minute = 0; minute < minutes; minute++) {
      stations.lastSeen = hub.clock.instant();
      look(1);
      hub.round();
    }
  }

  private void arrange(LocalDate begins) {
    new DutyBook(hub.database, hub.clock)
        .arrange(
            Kiosk.REF.id(),
            List.of(new DutyBook.Wish(Optional.empty(), "一组")),
            begins,
            LocalDate.parse("2026-07-01"));
  }

  private void register() {
    hub.database.change(
        handle ->
            handle.execute(
                "INSERT OR IGNORE INTO station (id, name_zh, name_en, place, profile_yaml,"
                    + " profile_revision, added_ms) VALUES (?, '站', 'Station', 'shandong', '', 1, 0)",
                Kiosk.REF.id().value()));
  }

  /** An umbrella that should have been back so many days ago. */
  private void lent(int number, int daysOver) {
    String tag = "000000000" + number;
    long backByMs = hub.clock.instant().minus(Duration.ofDays(daysOver)).toEpochMilli();
    register();
    hub.database.change(
        handle -> {
          handle.execute(
              "INSERT INTO lent_thing (tag, station, item, number, made_ms) SELECT ?, number,"
                  + " 'umbrella', ?, 0 FROM station WHERE id = ?",
              tag,
              number,
              Kiosk.REF.id().value());
          handle.execute(
              "INSERT INTO loan_event (tag, at_ms, fact, station, item, back_by_ms) VALUES (?, ?,"
                  + " ?, 1, 'umbrella', ?)",
              tag,
              backByMs - 1_000,
              number,
              backByMs);
        });
  }

  @Test
  void what_stands_of_a_retired_station_is_over() {
    stations.faults.add(FaultKind.LOCK_FAILED);
    look(1);
    stations.retired = true;
    look(1);

    assertThat(standing()).isEmpty();
  }

  @Test
  void a_new_watch_does_not_tell_again_what_stands() {
    stations.faults.add(FaultKind.LOCK_FAILED);
    look(1);
    int notices = matters();
    try (StationWatch again = newWatch()) {
      again.look();
    }

    assertThat(matters()).isEqualTo(notices).isEqualTo(1);
  }

  private int matters() {
    return hub.database
        .reader()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT count(*) FROM notice_matter")
                    .mapTo(Integer.class)
                    .one());
  }
}
