package org.yizhan.hub.loans;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.yizhan.hub.store.sqlite.HubDatabase;
import org.yizhan.wire.TagCode;

/**
 * What lets a phone see its own loans, and nobody else: for every loan the hash of a text that only
 * the phone has. Forgotten some time after the thing came back.
 */
public final class OwnLoans {
  public static final Duration KEPT_AFTER_RETURN = Duration.ofDays(30);

  /** A thing that never came back is somebody's no more. */
  public static final Duration KEPT_MAX = Duration.ofDays(365);

  private final HubDatabase database;
  private final InstantSource clock;

  OwnLoans(HubDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * A loan of the phone that asks.
   *
   * @param back when it ended
   */
  public record Own(TagCode tag, Instant lent, Optional<Instant> back) {}

  /** The loan a phone keeps this text of. */
  public Optional<Own> find(Once once) {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .select(
                        "SELECT tag, lent_ms, back_ms FROM loan_owner WHERE hash = ?",
                        (Object) once.hash())
                    .map(
                        (row, context) -> {
                          long backMs = row.getLong(3);
                          Optional<Instant> back =
                              row.wasNull()
                                  ? Optional.empty()
                                  : Optional.of(Instant.ofEpochMilli(backMs));
                          return new Own(
                              new TagCode(row.getString(1)),
                              Instant.ofEpochMilli(row.getLong(2)),
                              back);
                        })
                    .findOne());
  }

  /** Those of several texts, in their order. */
  public List<Own> find(List<Once> kept) {
    return kept.stream().flatMap(once -> find(once).stream()).toList();
  }

  static void begin(Handle handle, Once once, TagCode tag, Instant at) {
    end(handle, tag, at);
    handle.execute(
        "INSERT INTO loan_owner (hash, tag, lent_ms) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        once.hash(),
        tag.value(),
        at.toEpochMilli());
  }

  static void end(Handle handle, TagCode tag, Instant at) {
    handle.execute(
        "UPDATE loan_owner SET back_ms = ? WHERE tag = ? AND back_ms IS NULL",
        at.toEpochMilli(),
        tag.value());
  }

  /** Forgets what ended long ago; how many. */
  public int forget() {
    long now = clock.millis();
    return database.write(
        handle ->
            handle.execute(
                "DELETE FROM loan_owner WHERE back_ms < ? OR lent_ms < ?",
                now - KEPT_AFTER_RETURN.toMillis(),
                now - KEPT_MAX.toMillis()));
  }
}
