package org.yizhan.hub.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.yizhan.hub.store.sqlite.HubDatabase;

/**
 * Who is signed in. The browser holds 192 random bits, the database their hash. A session ends
 * after half an hour unused and twelve hours at most (OWASP ASVS 4.0.3, 3.3.2, level 2); a live
 * page that stays open counts as use.
 */
public final class Sessions {
  public static final Duration IDLE_MAX = Duration.ofMinutes(30);
  public static final Duration AGE_MAX = Duration.ofHours(12);

  /**
   * A use is written at most this often: pages are read far more than the database should be
   * written.
   */
  private static final Duration TOUCH_EVERY = Duration.ofMinutes(1);

  private static final int PER_ACCOUNT_MAX = 20;

  private final HubDatabase database;
  private final InstantSource clock;

  public Sessions(HubDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Opens a new session, whatever was before, and returns the text for the cookie. */
  public String open(AccountName account) {
    String token = RandomToken.draw();
    long now = clock.millis();
    database.change(
        handle -> {
          handle.execute(
              "INSERT INTO session (token_hash, account, opened_ms, used_ms) VALUES (?, ?, ?, ?)",
              RandomToken.hash(token),
              account.value(),
              now,
              now);
          handle.execute(
              "DELETE FROM session WHERE used_ms < ? OR opened_ms < ?",
              now - IDLE_MAX.toMillis(),
              now - AGE_MAX.toMillis());
          handle.execute(
              "DELETE FROM session WHERE account = ? AND token_hash NOT IN (SELECT token_hash FROM"
                  + " session WHERE account = ? ORDER BY used_ms DESC, opened_ms DESC LIMIT ?)",
              account.value(),
              account.value(),
              PER_ACCOUNT_MAX);
        });
    return token;
  }

  private record Found(Session session, long usedMs) {}

  /** The session this cookie stands for, if it is neither closed nor too old; counts as use. */
  public Optional<Session> find(String token) {
    if (token.length() != RandomToken.LENGTH) {
      return Optional.empty();
    }
    byte[] hash = RandomToken.hash(token);
    long now = clock.millis();
    Optional<Found> found = read(hash, now);
    if (found.isPresent() && now - found.get().usedMs() >= TOUCH_EVERY.toMillis()) {
      database.change(
          handle ->
              handle.execute("UPDATE session SET used_ms = ? WHERE token_hash = ?", now, hash));
    }
    return found.map(Found::session);
  }

  private Optional<Found> read(byte[] hash, long now) {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .select(
                        "SELECT a.name, a.role, a.created_ms, s.opened_ms, s.used_ms FROM session s"
                            + " JOIN account a ON a.name = s.account WHERE s.token_hash = ? AND"
                            + " s.used_ms > ? AND s.opened_ms > ?",
                        hash,
                        now - IDLE_MAX.toMillis(),
                        now - AGE_MAX.toMillis())
                    .map(
                        (rs, ctx) ->
                            new Found(
                                new Session(
                                    new Account(
                                        new AccountName(rs.getString(1)),
                                        Role.valueOf(rs.getString(2)),
                                        true,
                                        Instant.ofEpochMilli(rs.getLong(3))),
                                    Instant.ofEpochMilli(rs.getLong(4))),
                                rs.getLong(5)))
                    .findFirst());
  }

  public void close(String token) {
    database.change(
        handle ->
            handle.execute("DELETE FROM session WHERE token_hash = ?", RandomToken.hash(token)));
  }

  /** Signs an account out everywhere. */
  public void closeAll(AccountName account) {
    database.change(
        handle -> handle.execute("DELETE FROM session WHERE account = ?", account.value()));
  }
}
