package org.yizhan.hub.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.hub.store.EntryBook.Entered;
import org.yizhan.hub.store.EntryBook.Said;
import org.yizhan.hub.store.EntryKey;
import org.yizhan.hub.store.SampleJournal;
import org.yizhan.station.ItemCode;
import org.yizhan.station.StationId;
import org.yizhan.wire.DutyMoment;
import org.yizhan.wire.DutyTask;
import org.yizhan.wire.Fact;
import org.yizhan.wire.MatterId;
import org.yizhan.wire.MatterKind;
import org.yizhan.wire.MatterStep;
import org.yizhan.wire.Satisfaction;
import org.yizhan.wire.TagCode;

/** What people tell becomes rows, and the same rows when it is folded again. */
class ToldRowsTest {
  private static final StationId KIOSK = new StationId("kiosk-01");
  private static final StationId POST = new StationId("post-01");
  private static final MatterId MATTER = new MatterId("%032x".formatted(7));
  private static final Instant NOON = Instant.parse("2026-11-27T04:00:00Z");

  @TempDir private Path folder;
  private HubDatabase database;
  private SqliteFactStore store;
  private int entries;

  @BeforeEach
  void open() {
    database = HubDatabase.open(folder.resolve("hub.db"));
    store = SqliteFactStore.on(database, InstantSource.fixed(NOON));
    for (StationId station : List.of(KIOSK, POST)) {
      database.change(
          handle ->
              handle.execute(
                  "INSERT INTO station (id, name_zh, name_en, place, profile_yaml,"
                      + " profile_revision, added_ms) VALUES (?, '站', 'Station', 'shandong', '',"
                      + " 1, 0)",
                  station.value()));
    }
  }

  @AfterEach
  void close() {
    List<String> folded = Tables.folded(database);
    Refold.run(database);
    assertThat(Tables.folded(database)).as("folded again").isEqualTo(folded);
    store.close();
    database.close();
  }

  @Test
  void a_matter_is_open_then_answered_then_solved() {
    tell(KIOSK, raised(MATTER));
    assertThat(matters()).containsExactly("kiosk-01 1 OPEN null");

    tell(KIOSK, new Fact.MatterAnswered(MATTER, MatterStep.ANSWERED, "明天来看"));
    assertThat(matters()).containsExactly("kiosk-01 1 ANSWERED null");

    tell(KIOSK, new Fact.MatterAnswered(MATTER, MatterStep.SOLVED, "修好了"));
    assertThat(matters()).containsExactly("kiosk-01 1 SOLVED null");
  }

  @Test
  void who_is_not_satisfied_opens_it_again_and_the_next_answer_is_unrated() {
    tell(KIOSK, raised(MATTER));
    tell(KIOSK, new Fact.MatterAnswered(MATTER, MatterStep.SOLVED, "修好了"));
    tell(KIOSK, new Fact.MatterRated(MATTER, Satisfaction.NOT_SATISFIED, "还是不热"));
    assertThat(matters()).containsExactly("kiosk-01 1 REOPENED NOT_SATISFIED");

    tell(KIOSK, new Fact.MatterAnswered(MATTER, MatterStep.SOLVED, "换了新的"));
    assertThat(matters()).containsExactly("kiosk-01 1 SOLVED null");

    tell(KIOSK, new Fact.MatterRated(MATTER, Satisfaction.SATISFIED, ""));
    assertThat(matters()).containsExactly("kiosk-01 1 SOLVED SATISFIED");
  }

  @Test
  void matters_are_numbered_at_each_station() {
    tell(KIOSK, raised(MATTER));
    tell(POST, raised(new MatterId("%032x".formatted(8))));
    tell(KIOSK, raised(new MatterId("%032x".formatted(9))));

    assertThat(matters())
        .containsExactly("kiosk-01 1 OPEN null", "kiosk-01 2 OPEN null", "post-01 1 OPEN null");
  }

  @Test
  void a_matter_told_twice_is_one_and_another_station_cannot_answer_it() {
    tell(KIOSK, raised(MATTER));
    tell(POST, raised(MATTER));
    tell(POST, new Fact.MatterAnswered(MATTER, MatterStep.SOLVED, "不关我们的事"));

    assertThat(matters()).containsExactly("kiosk-01 1 OPEN null");
    assertThat(count("matter_step")).isZero();
  }

  @Test
  void loans_stand_in_the_order_they_happened_not_in_the_order_they_were_told() {
    TagCode tag = new TagCode("7k3m9qz2xw");
    ItemCode umbrella = new ItemCode("umbrella");
    tell(POST, NOON, new Fact.ThingReturned(umbrella, tag));
    tell(POST, NOON.minusSeconds(3_600), new Fact.ThingLent(umbrella, tag, NOON.toEpochMilli()));

    List<String> events =
        database
            .reader()
            .withHandle(
                handle ->
                    handle
                        .select("SELECT back_by_ms IS NULL FROM loan_event ORDER BY tag, at_ms")
                        .mapTo(String.class)
                        .list());
    assertThat(events).containsExactly("0", "1");
  }

  @Test
  void what_a_station_says_in_people_s_place_is_kept_and_not_believed() {
    SampleJournal stolen =
        SampleJournal.of(KIOSK.value(), new SplittableRandom(3))
            .at(1_000, raised(MATTER))
            .at(2_000, new Fact.ThingLent(new ItemCode("umbrella"), new TagCode("7k3m9qz2xw"), 1));

    store.commit(List.of(stolen.whole()));

    assertThat(matters()).isEmpty();
    assertThat(count("loan_event") + count("stock_movement")).isZero();
    assertThat(count("fact")).isEqualTo(3);
  }

  @Test
  void what_was_signed_on_duty_is_kept() {
    tell(
        POST,
        new Fact.DutySigned(DutyMoment.OPENED, Set.of(DutyTask.TIDY, DutyTask.DOOR), "第二组", "早到了"));

    List<String> signed =
        database
            .reader()
            .withHandle(
                handle ->
                    handle
                        .select("SELECT moment || ' ' || done || ' ' || party FROM duty_signed")
                        .mapTo(String.class)
                        .list());
    assertThat(signed).containsExactly("OPENED DOOR TIDY 第二组");
  }

  private static Fact.MatterRaised raised(MatterId id) {
    return new Fact.MatterRaised(
        id, MatterKind.BROKEN, Optional.of(new ItemCode("microwave")), "不热了");
  }

  private List<String> matters() {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .select(
                        "SELECT s.id || ' ' || m.number || ' ' || m.state || ' ' ||"
                            + " coalesce(m.rating, 'null') FROM matter m JOIN station s ON"
                            + " s.number = m.station ORDER BY s.id, m.number")
                    .mapTo(String.class)
                    .list());
  }

  private int count(String table) {
    return database
        .reader()
        .withHandle(
            handle -> handle.select("SELECT count(*) FROM " + table).mapTo(Integer.class).one());
  }

  private void tell(StationId station, Fact fact) {
    tell(station, NOON, fact);
  }

  private void tell(StationId station, Instant at, Fact fact) {
    EntryKey key = new EntryKey("%032x".formatted(++entries));
    store.enter(new Entered(station, key, OptionalInt.empty(), List.of(new Said(at, fact))));
  }
}
