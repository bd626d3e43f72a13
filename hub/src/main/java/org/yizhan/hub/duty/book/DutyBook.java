package org.yizhan.hub.duty.book;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.yizhan.hub.duty.Group;
import org.yizhan.hub.duty.Rota;
import org.yizhan.hub.duty.Signed;
import org.yizhan.hub.people.Volunteer;
import org.yizhan.hub.store.EntryKey;
import org.yizhan.hub.store.sqlite.HubDatabase;
import org.yizhan.station.StationId;
import org.yizhan.wire.DutyMoment;
import org.yizhan.wire.DutyTask;

/** Groups of a station, who is in which, the order of their turns, and what was signed. */
public final class DutyBook {
  /** Signed things read at once; two openings, two checks and a closing a day are 1,000 in 200. */
  private static final int SIGNED_MAX = 2_000;

  private final HubDatabase database;
  private final InstantSource clock;

  public DutyBook(HubDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Who is in which group. */
  public record Member(Volunteer who, Group group) {}

  /**
   * A group as the keeper wants it.
   *
   * @param number of one that is there; empty for a new one
   */
  public record Wish(Optional<Integer> number, String name) {}

  /** Where groups take turns. */
  public Set<StationId> stations() {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .select(
                        "SELECT DISTINCT s.id FROM duty_group g JOIN station s ON s.number ="
                            + " g.station WHERE s.retired_ms IS NULL")
                    .map((row, _) -> new StationId(row.getString(1)))
                    .collect(Collectors.toSet()));
  }

  /** The rota of a station; empty where no groups take turns. */
  public Optional<Rota> rota(StationId station) {
    return database.reader().withHandle(handle -> rota(handle, station));
  }

  static Optional<Rota> rota(Handle handle, StationId station) {
    List<Group> groups = groups(handle, station);
    if (groups.isEmpty()) {
      return Optional.empty();
    }
    List<Rota.Exchange> swaps =
        handle
            .select(
                "SELECT one, other FROM duty_swap WHERE station = (SELECT number FROM station WHERE"
                    + " id = ?) AND state = 'AGREED' ORDER BY answered_ms, id",
                station.value())
            .map(
                (row, _) ->
                    new Rota.Exchange(
                        LocalDate.ofEpochDay(row.getLong(1)), LocalDate.ofEpochDay(row.getLong(2))))
            .list();
    return handle
        .select(
            "SELECT begins FROM duty_rota r JOIN station s ON s.number = r.station WHERE s.id = ?",
            station.value())
        .mapTo(Long.class)
        .findOne()
        .map(begins -> new Rota(groups, LocalDate.ofEpochDay(begins), swaps));
  }

  private static List<Group> groups(Handle handle, StationId station) {
    return handle
        .select(
            "SELECT g.number, g.name FROM duty_group g JOIN station s ON s.number = g.station WHERE"
                + " s.id = ? ORDER BY g.place, g.number",
            station.value())
        .map((row, _) -> new Group(row.getInt(1), row.getString(2)))
        .list();
  }

  /**
   * Keeps these groups in this order; others of the station go, with their members. Weeks that were
   * swapped or asked for and are not over are nobody's word any more once the rotation changed.
   *
   * @param today the station's local day
   */
  public void arrange(StationId station, List<Wish> wishes, LocalDate begins, LocalDate today) {
    if (wishes.size() > Rota.GROUPS_MAX) {
      throw new IllegalArgumentException("at most " + Rota.GROUPS_MAX + " groups take turns");
    }
    database.change(
        handle -> {
          int number = stationNumber(handle, station);
          Optional<Rota> before = rota(handle, station);
          List<Integer> kept = new ArrayList<>();
          for (int place = 0; place < wishes.size(); place++) {
            kept.add(keep(handle, number, wishes.get(place), place));
          }
          for (Group group : groups(handle, station)) {
            if (!kept.contains(group.number())) {
              forget(handle, group);
            }
          }
          handle.execute(
              "INSERT OR REPLACE INTO duty_rota (station, begins) VALUES (?, ?)",
              number,
              begins.toEpochDay());
          boolean same =
              before
                  .filter(rota -> rota.begins().equals(begins))
                  .map(rota -> rota.groups().stream().map(Group::number).toList().equals(kept))
                  .orElse(false);
          if (!same) {
            handle.execute(
                "UPDATE duty_swap SET state = 'WITHDRAWN', answered_ms = ? WHERE station = ? AND"
                    + " state IN ('ASKED', 'AGREED') AND max(one, other) + ? > ?",
                clock.millis(),
                number,
                Rota.DAYS - 1,
                today.toEpochDay());
          }
        });
  }

  private static int keep(Handle handle, int station, Wish wish, int place) {
    if (wish.number().isPresent()) {
      int changed =
          handle.execute(
              "UPDATE duty_group SET name = ?, place = ? WHERE number = ? AND station = ?",
              wish.name(),
              place,
              wish.number().get(),
              station);
      if (changed > 0) {
        return wish.number().get();
      }
    }
    return handle
        .select(
            "INSERT INTO duty_group (station, place, name) VALUES (?, ?, ?) RETURNING number",
            station,
            place,
            wish.name())
        .mapTo(Integer.class)
        .one();
  }

  private static void forget(Handle handle, Group group) {
    int number = group.number();
    handle.execute("DELETE FROM duty_swap WHERE asking = ? OR asked = ?", number, number);
    handle.execute("DELETE FROM duty_member WHERE duty_group = ?", number);
    handle.execute("DELETE FROM duty_group WHERE number = ?", number);
  }

  static int stationNumber(Handle handle, StationId station) {
    return handle
        .select("SELECT number FROM station WHERE id = ? AND retired_ms IS NULL", station.value())
        .mapTo(Integer.class)
        .findOne()
        .orElseThrow(
            () -> new IllegalArgumentException("no station is called " + station + " here"));
  }

  /** Puts a person into a group of this station, or with 0 into none; false if there is no such. */
  public boolean join(StationId station, int volunteer, int group) {
    return database.write(
        handle -> {
          if (group == 0) {
            handle.execute(
                "DELETE FROM duty_member WHERE volunteer = ? AND station = ?",
                volunteer,
                stationNumber(handle, station));
            return true;
          }
          return handle.execute(
                  "INSERT OR REPLACE INTO duty_member (station, volunteer, duty_group) SELECT"
                      + " s.number, v.number, g.number FROM duty_group g JOIN station s ON s.number"
                      + " = g.station, volunteer v WHERE s.id = ? AND g.number = ? AND v.number ="
                      + " ? AND v.left_ms IS NULL",
                  station.value(),
                  group,
                  volunteer)
              > 0;
        });
  }

  /** Everybody who is in a group of this station and has not left. */
  public List<Member> members(StationId station) {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .select(
                        "SELECT v.number, v.nickname, v.role, g.number, g.name FROM duty_member m"
                            + " JOIN volunteer v ON v.number = m.volunteer JOIN duty_group g ON"
                            + " g.number = m.duty_group JOIN station s ON s.number = m.station"
                            + " WHERE s.id = ? AND v.left_ms IS NULL ORDER BY g.place, v.number",
                        station.value())
                    .map(
                        (row, _) ->
                            new Member(
                                new Volunteer(
                                    row.getInt(1),
                                    row.getString(2),
                                    Volunteer.Kind.valueOf(row.getString(3))),
                                new Group(row.getInt(4), row.getString(5))))
                    .list());
  }

  public Optional<Group> groupOf(StationId station, int volunteer) {
    return members(station).stream()
        .filter(member -> member.who().number() == volunteer)
        .map(Member::group)
        .findFirst();
  }

  /** What was signed since then, in order of time; the newest if there is too much of it. */
  public List<Signed> signed(StationId station, Instant since) {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .select(
                        "SELECT d.at_ms, d.moment, d.done, d.party, d.note, coalesce(v.nickname,"
                            + " ''), g.name, EXISTS (SELECT 1 FROM duty_group o WHERE o.station ="
                            + " d.station AND o.name = d.party) FROM duty_signed d JOIN station s ON s.number ="
                            + " d.station JOIN fact f ON f.id = d.fact LEFT JOIN shelf_entry e ON"
                            + " e.journal = f.journal AND e.first = (SELECT max(x.first) FROM"
                            + " shelf_entry x WHERE x.journal = f.journal AND x.first <="
                            + " f.sequence) AND f.sequence < e.first + e.count LEFT JOIN volunteer v ON v.number = e.person LEFT JOIN"
                            + " duty_member m ON m.station = d.station AND m.volunteer = v.number"
                            + " LEFT JOIN duty_group g ON g.number = m.duty_group WHERE s.id = ?"
                            + " AND d.at_ms >= ? ORDER BY d.at_ms DESC, d.fact DESC LIMIT ?",
                        station.value(),
                        since.toEpochMilli(),
                        SIGNED_MAX)
                    .map(
                        (row, _) ->
                            new Signed(
                                Instant.ofEpochMilli(row.getLong(1)),
                                DutyMoment.valueOf(row.getString(2)),
                                tasks(row.getString(3)),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                // of a group that was renamed or removed since, nobody can tell
                                row.getBoolean(8) && !row.getString(4).equals(row.getString(7))))
                    .list()
                    .reversed());
  }

  /** Under which group an entry of this key is kept; empty when it is not. */
  public Optional<String> partyOf(StationId station, EntryKey key) {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .select(
                        "SELECT d.party FROM shelf_entry e JOIN station s ON s.number = e.station"
                            + " JOIN duty_signed d ON d.station = e.station JOIN fact f ON f.id ="
                            + " d.fact AND f.journal = e.journal AND f.sequence = e.first WHERE"
                            + " s.id = ? AND e.key = ?",
                        station.value(),
                        key.value())
                    .mapTo(String.class)
                    .findOne());
  }

  private static Set<DutyTask> tasks(String words) {
    return words.isEmpty()
        ? Set.of()
        : List.of(words.split(" ")).stream().map(DutyTask::valueOf).collect(Collectors.toSet());
  }
}
