package org.yizhan.hub.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yizhan.hub.store.FoldedChange.PeopleTold;
import org.yizhan.station.ItemCode;
import org.yizhan.wire.Fact;
import org.yizhan.wire.MatterId;
import org.yizhan.wire.MatterStep;
import org.yizhan.wire.Satisfaction;
import org.yizhan.wire.TagCode;

/**
 * Keeps what people told: matters with what was said to them, loans, and what was signed on duty.
 */
final class ToldRows implements AutoCloseable {
  private final PreparedStatement raise;
  private final PreparedStatement step;
  private final PreparedStatement change;
  private final PreparedStatement loan;
  private final PreparedStatement duty;

  ToldRows(Connection connection) throws SQLException {
    raise =
        connection.prepareStatement(
            "INSERT INTO matter (id, station, number, kind, thing, words, raised_ms, fact, state,"
                + " changed_ms) SELECT ?1, ?2, coalesce(max(number), 0) + 1, ?3, ?4, ?5, ?6, ?7,"
                + " 'OPEN', ?6 FROM matter WHERE station = ?2 ON CONFLICT DO NOTHING");
    step =
        connection.prepareStatement(
            "INSERT OR REPLACE INTO matter_step (fact, matter, at_ms, what, words)"
                + " SELECT ?, id, ?, ?, ? FROM matter WHERE id = ? AND station = ?");
    change =
        connection.prepareStatement(
            "UPDATE matter SET state = coalesce(?1, state), rating = ?2, changed_ms ="
                + " iif(?1 IS NULL, changed_ms, ?3) WHERE id = ?4 AND station = ?5");
    loan =
        connection.prepareStatement(
            "INSERT OR REPLACE INTO loan_event (tag, at_ms, fact, station, item, back_by_ms)"
                + " VALUES (?, ?, ?, ?, ?, ?)");
    duty =
        connection.prepareStatement(
            "INSERT OR REPLACE INTO duty_signed (fact, station, at_ms, moment, done, party, note)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)");
  }

  void take(int station, PeopleTold said) throws SQLException {
    switch (said.told()) {
      case Fact.MatterRaised raised -> raise(station, said, raised);
      case Fact.MatterAnswered(MatterId matter, MatterStep what, String words) -> {
        step(station, said, matter, what.name(), words);
        change(station, said, matter, what.name(), null);
      }
      case Fact.MatterRated(MatterId matter, Satisfaction rating, String words) -> {
        step(station, said, matter, rating.name(), words);
        change(
            station,
            said,
            matter,
            rating == Satisfaction.NOT_SATISFIED ? "REOPENED" : null,
            rating.name());
      }
      case Fact.ThingLent(ItemCode item, TagCode tag, long backByMs) ->
          loan(station, said, item, tag, OptionalLong.of(backByMs));
      case Fact.ThingReturned(ItemCode item, TagCode tag) ->
          loan(station, said, item, tag, OptionalLong.empty());
      case Fact.DutySigned signed -> sign(station, said, signed);
    }
  }

  private void raise(int station, PeopleTold said, Fact.MatterRaised raised) throws SQLException {
    raise.setString(1, raised.matter().value());
    raise.setInt(2, station);
    raise.setString(3, raised.kind().name());
    raise.setString(4, raised.thing().map(ItemCode::value).orElse(null));
    raise.setString(5, raised.words());
    raise.setLong(6, said.atMs());
    raise.setLong(7, said.fact());
    raise.executeUpdate();
  }

  private void step(int station, PeopleTold said, MatterId matter, String what, String words)
      throws SQLException {
    step.setLong(1, said.fact());
    step.setLong(2, said.atMs());
    step.setString(3, what);
    step.setString(4, words);
    step.setString(5, matter.value());
    step.setInt(6, station);
    step.executeUpdate();
  }

  /** A new answer is not rated yet. */
  private void change(
      int station,
      PeopleTold said,
      MatterId matter,
      @Nullable String state,
      @Nullable String rating)
      throws SQLException {
    change.setString(1, state);
    change.setString(2, rating);
    change.setLong(3, said.atMs());
    change.setString(4, matter.value());
    change.setInt(5, station);
    change.executeUpdate();
  }

  private void loan(int station, PeopleTold said, ItemCode item, TagCode tag, OptionalLong backByMs)
      throws SQLException {
    loan.setString(1, tag.value());
    loan.setLong(2, said.atMs());
    loan.setLong(3, said.fact());
    loan.setInt(4, station);
    loan.setString(5, item.value());
    if (backByMs.isPresent()) {
      loan.setLong(6, backByMs.getAsLong());
    } else {
      loan.setNull(6, Types.INTEGER);
    }
    loan.executeUpdate();
  }

  private void sign(int station, PeopleTold said, Fact.DutySigned signed) throws SQLException {
    duty.setLong(1, said.fact());
    duty.setInt(2, station);
    duty.setLong(3, said.atMs());
    duty.setString(4, signed.moment().name());
    duty.setString(
        5, signed.done().stream().sorted().map(Enum::name).collect(Collectors.joining(" ")));
    duty.setString(6, signed.group());
    duty.setString(7, signed.note());
    duty.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    raise.close();
    step.close();
    change.close();
    loan.close();
    duty.close();
  }
}
