package org.yizhan.hub.store.sqlite;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.yizhan.hub.store.KeptFact;
import org.yizhan.wire.Entry;
import org.yizhan.wire.Fact;
import org.yizhan.wire.JournalId;
import org.yizhan.wire.Moment;
import org.yizhan.wire.Sequence;
import org.yizhan.wire.WireCodec;
import org.yizhan.wire.WireException;

/**
 * The newest facts of a station. Facts have no index; each names the one before it in its journal,
 * so the newest are found by walking back.
 */
final class LastFacts {
  static final int FACTS_MAX = 200;

  /** The type of a fact that stands for a whole envelope nobody could read. */
  static final String UNREADABLE_ENVELOPE = "unreadable-envelope";

  private static final Moment NO_TIME = new Moment(0, 0, false);

  private record Journal(JournalId id, long lastFact, OptionalLong beganMs) {}

  /** Newest journal first, and within it newest fact first. */
  List<KeptFact> of(Handle handle, OptionalInt station, int most) {
    List<KeptFact> facts = new ArrayList<>();
    if (station.isEmpty()) {
      return facts;
    }
    int wanted = Math.min(most, FACTS_MAX);
    for (Journal journal : journals(handle, station.getAsInt(), wanted)) {
      if (facts.size() >= wanted) {
        break;
      }
      facts.addAll(walk(handle, journal, wanted - facts.size()));
    }
    return facts;
  }

  /** When the fact happened that this station sent last; empty while its time is not known. */
  Optional<Instant> newestOf(Handle handle, int station) {
    return handle
        .createQuery(
            "SELECT id, last_fact, began_ms FROM journal WHERE station = :station AND own = 0"
                + " AND last_fact > 0 ORDER BY last_fact DESC LIMIT 1")
        .bind("station", station)
        .map((row, context) -> journal(row))
        .findOne()
        .flatMap(journal -> walk(handle, journal, 1).stream().findFirst())
        .flatMap(KeptFact::resolvedAt);
  }

  private static List<Journal> journals(Handle handle, int station, int most) {
    return handle
        .createQuery(
            "SELECT id, last_fact, began_ms FROM journal WHERE station = :station AND last_fact > 0"
                + " ORDER BY coalesce(began_ms, heard_ms) DESC, number DESC LIMIT :most")
        .bind("station", station)
        .bind("most", most)
        .map((row, context) -> journal(row))
        .list();
  }

  private static Journal journal(ResultSet row) throws SQLException {
    long beganMs = row.getLong(3);
    OptionalLong began = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(beganMs);
    return new Journal(new JournalId(row.getString(1)), row.getLong(2), began);
  }

  private static List<KeptFact> walk(Handle handle, Journal journal, int most) {
    return handle
        .createQuery(
            "WITH RECURSIVE back (id, previous, sequence, body, trouble, nth) AS ("
                + " SELECT id, previous, sequence, body, trouble, 1 FROM fact WHERE id = :last"
                + " UNION ALL SELECT f.id, f.previous, f.sequence, f.body, f.trouble, nth + 1"
                + " FROM back JOIN fact f ON f.id = back.previous WHERE nth < :most)"
                + " SELECT sequence, body, trouble FROM back")
        .bind("last", journal.lastFact())
        .bind("most", most)
        .map((row, context) -> fact(journal, row))
        .list();
  }

  private static KeptFact fact(Journal journal, ResultSet row) throws SQLException {
    byte[] body = row.getBytes(2);
    String trouble = row.getString(3);
    Entry entry = trouble == null ? read(body) : unreadable(body, trouble);
    return new KeptFact(
        journal.id(), new Sequence(row.getLong(1)), entry, resolved(journal, entry.at()));
  }

  private static Optional<Instant> resolved(Journal journal, Moment at) {
    if (at.equals(NO_TIME)) {
      return Optional.empty();
    }
    if (at.clockTrusted()) {
      return Optional.of(at.wall());
    }
    return journal.beganMs().isPresent()
        ? Optional.of(Instant.ofEpochMilli(journal.beganMs().getAsLong() + at.sinceStartMs()))
        : Optional.empty();
  }

  private static Entry read(byte[] body) {
    try {
      return WireCodec.readEntry(body);
    } catch (WireException e) {
      return unreadable(body, String.valueOf(e.getMessage()));
    }
  }

  /** Shown raw, cut to what a page can show; the whole is in the database. */
  private static Entry unreadable(byte[] body, String trouble) {
    String text = new String(body, 0, Math.min(body.length, 500), StandardCharsets.UTF_8);
    JsonObject shown =
        new JsonObject().put("trouble", trouble).put("bytes", body.length).put("begins", text);
    return new Entry(NO_TIME, new Fact.Unknown(UNREADABLE_ENVELOPE, shown.encode()));
  }
}
