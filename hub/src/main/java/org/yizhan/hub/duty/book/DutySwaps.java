package org.yizhan.hub.duty.book;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.yizhan.hub.duty.Group;
import org.yizhan.hub.duty.Rota;
import org.yizhan.hub.duty.Swap;
import org.yizhan.hub.duty.Turn;
import org.yizhan.hub.store.sqlite.HubDatabase;
import org.yizhan.station.StationId;

/** Groups asking each other to change weeks. */
public final class DutySwaps {
  /** Of one station, open at the same time. */
  static final int OPEN_MAX = 8;

  /** How far ahead weeks can be swapped. */
  public static final int WEEKS = 8;

  private static final String SWAP =
      "SELECT w.id, w.one, w.other, a.number, a.name, b.number, b.name, w.state FROM duty_swap w"
          + " JOIN duty_group a ON a.number = w.asking JOIN duty_group b ON b.number = w.asked JOIN"
          + " station s ON s.number = w.station WHERE s.id = ?";

  private final HubDatabase database;
  private final InstantSource clock;

  public DutySwaps(HubDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What came of it. */
  public enum Outcome {
    DONE,
    /** The weeks are not those groups' any more, are over, or the swap was answered. */
    TOO_LATE,
    /** They are not in the group that may do this. */
    NOT_YOURS,
    TOO_MANY
  }

  /** The newest first. */
  public List<Swap> latest(StationId station, int most) {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .select(SWAP + " ORDER BY w.asked_ms DESC, w.id LIMIT ?", station.value(), most)
                    .map((row, _) -> swap(row))
                    .list());
  }

  private static Swap swap(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Swap(
        row.getString(1),
        LocalDate.ofEpochDay(row.getLong(2)),
        LocalDate.ofEpochDay(row.getLong(3)),
        new Group(row.getInt(4), row.getString(5)),
        new Group(row.getInt(6), row.getString(7)),
        Swap.State.valueOf(row.getString(8)));
  }

  /** Somebody asks for their group; the same id again is the same. */
  public Outcome ask(
      StationId station,
      String id,
      int volunteer,
      LocalDate one,
      LocalDate other,
      LocalDate today) {
    return database.write(
        handle -> {
          if (find(handle, station, id).isPresent()) {
            return Outcome.DONE;
          }
          Optional<Turn> own = turn(handle, station, one, today);
          Optional<Turn> theirs = turn(handle, station, other, today);
          if (own.isEmpty() || theirs.isEmpty() || own.get().group().equals(theirs.get().group())) {
            return Outcome.TOO_LATE;
          }
          if (!isIn(handle, station, volunteer, own.get().group())) {
            return Outcome.NOT_YOURS;
          }
          int number = DutyBook.stationNumber(handle, station);
          int open =
              handle
                  .select(
                      "SELECT count(*) FROM duty_swap WHERE station = ? AND state = 'ASKED' AND"
                          + " min(one, other) >= ?",
                      number,
                      today.toEpochDay() - Rota.DAYS)
                  .mapTo(Integer.class)
                  .one();
          if (open >= OPEN_MAX) {
            return Outcome.TOO_MANY;
          }
          int added =
              handle.execute(
                  "INSERT INTO duty_swap (id, station, one, other, asking, asked, asked_by,"
                      + " asked_ms, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'ASKED') ON CONFLICT DO"
                      + " NOTHING",
                  id,
                  number,
                  one.toEpochDay(),
                  other.toEpochDay(),
                  own.get().group().number(),
                  theirs.get().group().number(),
                  volunteer,
                  clock.millis());
          return added > 0 ? Outcome.DONE : Outcome.NOT_YOURS; // another station's id
        });
  }

  /** The asked group agrees or declines, the asking one withdraws. */
  public Outcome answer(
      StationId station, String id, int volunteer, Swap.State answer, LocalDate today) {
    return database.write(
        handle -> {
          Optional<Swap> found = find(handle, station, id);
          if (found.isEmpty()) {
            return Outcome.NOT_YOURS;
          }
          Swap swap = found.get();
          boolean withdraws = answer == Swap.State.WITHDRAWN;
          Group mayAnswer = withdraws ? swap.asking() : swap.asked();
          if (answer == Swap.State.ASKED
              || !isIn(handle, station, volunteer, mayAnswer)
              || (!withdraws && hasAsked(handle, id, volunteer))) {
            return Outcome.NOT_YOURS;
          }
          if (swap.state() == answer) {
            return Outcome.DONE;
          }
          if (swap.state() != Swap.State.ASKED
              || (answer == Swap.State.AGREED && !stillHolds(handle, station, swap, today))) {
            return Outcome.TOO_LATE;
          }
          handle.execute(
              "UPDATE duty_swap SET state = ?, answered_by = ?, answered_ms = ? WHERE id = ?",
              answer.name(),
              volunteer,
              clock.millis(),
              id);
          return Outcome.DONE;
        });
  }

  /** Whoever asked does not answer for the others, though they went over to them since. */
  private static boolean hasAsked(Handle handle, String id, int volunteer) {
    return handle
            .select("SELECT count(*) FROM duty_swap WHERE id = ? AND asked_by = ?", id, volunteer)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  private static boolean stillHolds(Handle handle, StationId station, Swap swap, LocalDate today) {
    return turn(handle, station, swap.one(), today)
            .filter(turn -> turn.group().number() == swap.asking().number())
            .isPresent()
        && turn(handle, station, swap.other(), today)
            .filter(turn -> turn.group().number() == swap.asked().number())
            .isPresent();
  }

  /** The turn that begins then, if it has not begun and is near enough. */
  private static Optional<Turn> turn(
      Handle handle, StationId station, LocalDate first, LocalDate today) {
    return DutyBook.rota(handle, station)
        .flatMap(
            rota ->
                rota.turns(today, WEEKS).stream()
                    .filter(turn -> turn.first().equals(first) && turn.first().isAfter(today))
                    .findFirst());
  }

  private static boolean isIn(Handle handle, StationId station, int volunteer, Group group) {
    return handle
            .select(
                "SELECT count(*) FROM duty_member m JOIN station s ON s.number = m.station WHERE"
                    + " s.id = ? AND m.volunteer = ? AND m.duty_group = ?",
                station.value(),
                volunteer,
                group.number())
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  private static Optional<Swap> find(Handle handle, StationId station, String id) {
    return handle
        .select(SWAP + " AND w.id = ?", station.value(), id)
        .map((row, _) -> swap(row))
        .findOne();
  }
}
