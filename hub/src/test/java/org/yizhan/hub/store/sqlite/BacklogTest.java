package org.yizhan.hub.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.station.StationId;
import org.yizhan.wire.HardwareKind;
import org.yizhan.wire.JournalId;
import org.yizhan.wire.JournalRange;
import org.yizhan.wire.Moment;
import org.yizhan.wire.Presence;
import org.yizhan.wire.Sequence;
import org.yizhan.wire.WireCodec;

class BacklogTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final JournalId JOURNAL = new JournalId("a".repeat(32));

  @TempDir Path folder;
  private HubDatabase database;

  @BeforeEach
  void open() {
    database = HubDatabase.open(folder.resolve("hub.db"));
    database.change(
        handle ->
            handle.execute(
                "INSERT INTO station (number, id, name_zh, name_en, place, profile_yaml,"
                    + " profile_revision, added_ms) VALUES (1, 'kiosk-1', 'a', 'a', 'a', '', 0,"
                    + " 0)"));
    database.change(
        handle ->
            handle.execute(
                "INSERT INTO presence (station, connection, connected, heard_ms, body)"
                    + " VALUES (1, 1, 1, ?, ?)",
                NOW.toEpochMilli(),
                WireCodec.writePresence(holding(100))));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void is_what_the_station_said_while_nothing_of_it_has_come() {
    assertThat(backlog()).hasValue(100);
  }

  @Test
  void shrinks_with_what_arrives_before_the_station_speaks_again() {
    cursor(61);
    assertThat(backlog()).hasValue(40);

    cursor(101);
    assertThat(backlog()).hasValue(0);
  }

  private void cursor(long next) {
    database.change(
        handle ->
            handle.execute(
                "INSERT INTO journal (station, id, next, heard_ms, movement_within_ms,"
                    + " same_visit_ms) VALUES (1, ?, ?, 0, 15000, 600000)"
                    + " ON CONFLICT (station, id) DO UPDATE SET next = excluded.next",
                JOURNAL.value(),
                next));
  }

  private OptionalLong backlog() {
    Optional<StationStatus> status =
        new SqliteReadings(database).station(new StationId("kiosk-1"), NOW);
    return status.orElseThrow().backlog();
  }

  private static Presence holding(long numbers) {
    return new Presence.Online(
        1,
        new Presence.Snapshot(
            new Moment(0, NOW.toEpochMilli(), true),
            "0.1.0",
            HardwareKind.SIMULATED,
            Presence.DoorState.CLOSED,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Map.of(),
            List.of(new JournalRange(JOURNAL, Sequence.FIRST, Sequence.FIRST.plus(numbers))),
            numbers));
  }
}
