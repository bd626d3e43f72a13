package org.yizhan.edge.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yizhan.edge.entry.VisitorKey;
import org.yizhan.edge.hardware.simulated.SimulatedTime;
import org.yizhan.edge.station.StationEvent;
import org.yizhan.edge.station.StationEvent.ClockSet;
import org.yizhan.edge.station.StationEvent.Tick;
import org.yizhan.edge.station.StationEvent.VisitorKeyDrawn;
import org.yizhan.edge.time.Moments;
import org.yizhan.edge.time.StationClock;
import org.yizhan.wire.Moment;

class TimekeeperTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @TempDir Path data;
  private final List<StationEvent> events = new ArrayList<>();

  @Test
  void ticks_at_once_and_then_every_second() {
    SimulatedTime time = new SimulatedTime(Moments.BEGAN);
    Timekeeper keeper = new Timekeeper(time, time, keys(time.now()), events::add);

    keeper.start();
    time.advance(Duration.ofSeconds(60));
    keeper.close();
    time.advance(Duration.ofSeconds(60));

    assertThat(events).hasSize(61).allMatch(Tick.class::isInstance);
  }

  @Test
  void tells_a_clock_that_was_set_or_became_trusted() {
    SimulatedTime time = new SimulatedTime(Moments.BEGAN);
    List<Moment> walls =
        List.of(
            new Moment(0, 1_000, false),
            new Moment(1_000, 2_000, false),
            new Moment(2_000, 9_000_000, true),
            new Moment(3_000, 9_001_400, true),
            new Moment(4_000, 8_000_000, true));
    StationClock stepping = new Scripted(new ArrayList<>(walls));
    Timekeeper keeper = new Timekeeper(stepping, time, keys(walls.getFirst()), events::add);

    keeper.start();
    time.advance(Duration.ofSeconds(4));

    assertThat(events.stream().filter(ClockSet.class::isInstance))
        .containsExactly(
            new ClockSet(walls.get(2), 9_000_000 - 2_000 - 1_000),
            new ClockSet(walls.get(4), 8_000_000 - 9_001_400 - 1_000));
  }

  @Test
  void draws_a_new_key_when_the_local_month_begins_and_destroys_the_old_one() throws IOException {
    SimulatedTime time = new SimulatedTime(Instant.parse("2026-11-30T15:59:58Z"));
    VisitorKeys keys = keys(time.now());
    VisitorKey november = keys.key();
    Timekeeper keeper = new Timekeeper(time, time, keys, events::add);

    keeper.start();
    time.advance(Duration.ofSeconds(3));

    List<VisitorKeyDrawn> drawn =
        events.stream()
            .filter(VisitorKeyDrawn.class::isInstance)
            .map(VisitorKeyDrawn.class::cast)
            .toList();
    assertThat(drawn).hasSize(1);
    assertThat(drawn.getFirst().at().wall()).isEqualTo(Instant.parse("2026-11-30T16:00:00Z"));
    assertThat(Files.readString(data.resolve(VisitorKeys.FILE)))
        .doesNotContain(november.hex())
        .startsWith("2026-12 ");
  }

  @Test
  void keeps_its_key_through_a_restart_in_the_same_month() {
    VisitorKey first = keys(Moments.at(0)).key();

    VisitorKey again = keys(Moments.at(1_000)).key();

    assertThat(again).isEqualTo(first);
  }

  @Test
  void begins_no_month_by_a_clock_that_nobody_has_set() {
    VisitorKey first = keys(Moments.at(0)).key();

    VisitorKeys in1970 = keys(Moments.unsure(0));

    assertThat(in1970.key()).isEqualTo(first);
    assertThat(in1970.drawnFor(Moments.unsure(5_000))).isEmpty();
  }

  @Test
  void lets_nobody_else_read_the_key() throws IOException {
    keys(Moments.at(0));

    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.resolve(VisitorKeys.FILE))))
        .isEqualTo("rw-------");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026-11", "2026-13 ", "garbage", "9999999"})
  void draws_a_new_key_when_the_file_is_damaged(String start) throws IOException {
    String damaged = (start + "0".repeat(73)).substring(0, 72) + "\n";
    Files.writeString(data.resolve(VisitorKeys.FILE), start.isEmpty() ? "" : damaged);

    VisitorKey key = keys(Moments.at(0)).key();

    assertThat(keys(Moments.at(0)).key()).isEqualTo(key);
  }

  @Test
  void lives_on_a_card_that_cannot_be_written() {
    VisitorKeys keys = new VisitorKeys(data.resolve("no-such-folder"), SHANGHAI, Moments.at(0));

    assertThat(keys.key()).isNotNull();
  }

  private VisitorKeys keys(Moment now) {
    return new VisitorKeys(data, SHANGHAI, now);
  }

  private record Scripted(List<Moment> moments) implements StationClock {
    @Override
    public Moment now() {
      return moments.size() > 1 ? moments.removeFirst() : moments.getFirst();
    }

    @Override
    public long nanos() {
      return 0;
    }
  }
}
