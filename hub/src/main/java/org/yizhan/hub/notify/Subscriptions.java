package org.yizhan.hub.notify;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.yizhan.hub.notice.Audience;
import org.yizhan.hub.notice.QuietHours;
import org.yizhan.hub.notice.StationRef;
import org.yizhan.hub.notice.Tongue;
import org.yizhan.hub.store.sqlite.HubDatabase;

/** The addresses of this hub: added by its operator, left by whoever reads there. */
public final class Subscriptions {
  static final int CHANNELS_MAX = 2_000;
  private static final int TOKEN_BYTES = 16;
  private static final ZoneId USUAL_ZONE = ZoneId.of("Asia/Shanghai");

  private static final String COLUMNS =
      "SELECT number, name, address, role, scope, tongue, quiet, zone, way_out, muted_until_ms,"
          + " unsubscribed_ms FROM notice_channel";

  private final HubDatabase database;
  private final InstantSource clock;
  private final SecureRandom random;

  public Subscriptions(HubDatabase database, InstantSource clock, SecureRandom random) {
    this.database = database;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Adds one; it hears what begins from now on.
   *
   * @return false when one of this name is there already
   * @throws IllegalStateException when there are too many
   */
  public boolean add(Subscription.Wish wish) {
    byte[] token = new byte[TOKEN_BYTES];
    random.nextBytes(token);
    return database.write(
        handle -> {
          if (count(handle) >= CHANNELS_MAX) {
            throw new IllegalStateException(
                "there are already " + CHANNELS_MAX + " channels; remove some first");
          }
          return handle.execute(
                  "INSERT INTO notice_channel"
                      + " (name, address, role, scope, tongue, quiet, zone, way_out, added_ms)"
                      + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO NOTHING",
                  wish.name(),
                  ChannelText.of(wish.channel()),
                  wish.audience().role().name(),
                  wish.audience().scope().text(),
                  wish.tongue().name(),
                  wish.quiet().map(QuietHours::text).orElse(null),
                  wish.quiet().map(QuietHours::zone).orElse(USUAL_ZONE).getId(),
                  HexFormat.of().formatHex(token),
                  clock.millis())
              > 0;
        });
  }

  private static int count(Handle handle) {
    return handle.createQuery("SELECT count(*) FROM notice_channel").mapTo(Integer.class).one();
  }

  /** Forgets one with all that waits for it; false when there is none. */
  public boolean remove(String name) {
    return database.write(
        handle -> handle.execute("DELETE FROM notice_channel WHERE name = ?", name) > 0);
  }

  /**
   * Holds back all for this one until then, and wakes one that was left.
   *
   * @param until {@link Instant#EPOCH} speaks again, {@link Instant#MAX} waits until told otherwise
   * @return false when there is none of this name
   */
  public boolean mute(String name, Instant until) {
    long untilMs = until.equals(Instant.MAX) ? Long.MAX_VALUE : until.toEpochMilli();
    return database.write(
        handle ->
            handle.execute(
                    "UPDATE notice_channel SET muted_until_ms = ?, unsubscribed_ms = NULL"
                        + " WHERE name = ?",
                    untilMs,
                    name)
                > 0);
  }

  /** Whoever reads there wants no more: nothing is sent or kept for it from now on. */
  public boolean unsubscribe(String wayOut) {
    return database.write(
        handle -> {
          int left =
              handle.execute(
                  "UPDATE notice_channel SET unsubscribed_ms = coalesce(unsubscribed_ms, ?)"
                      + " WHERE way_out = ?",
                  clock.millis(),
                  wayOut);
          handle.execute(
              "DELETE FROM notice WHERE letter IS NULL AND channel ="
                  + " (SELECT number FROM notice_channel WHERE way_out = ?)",
              wayOut);
          handle.execute(
              "DELETE FROM notice_letter WHERE ended_ms IS NULL AND channel ="
                  + " (SELECT number FROM notice_channel WHERE way_out = ?)",
              wayOut);
          return left > 0;
        });
  }

  public List<Subscription> all() {
    return database.reader().withHandle(Subscriptions::all);
  }

  private static List<Subscription> all(Handle handle) {
    return handle.createQuery(COLUMNS + " ORDER BY name").map((row, context) -> read(row)).list();
  }

  /** Who of this role hears of this station and has not left. */
  static List<Subscription> listening(Handle handle, Audience.Role role, StationRef station) {
    return handle
        .createQuery(
            COLUMNS + " WHERE role = :role AND scope IN (<scopes>) AND unsubscribed_ms IS NULL")
        .bind("role", role.name())
        .bindList("scopes", Audience.scopesOf(station).stream().map(Audience.Scope::text).toList())
        .map((row, context) -> read(row))
        .list();
  }

  /**
   * How one fares.
   *
   * @param waiting notices not composed and messages not arrived
   * @param givenUp messages of the last month that never arrived
   * @param shed notices dropped because too many waited
   * @param trouble what the last message that did not arrive was answered
   * @param last the message that was tried last
   */
  public record Standing(
      Subscription subscription,
      int waiting,
      int givenUp,
      int shed,
      Optional<String> trouble,
      Optional<LastLetter> last) {}

  /**
   * A message and what became of it.
   *
   * @param tried when it was sent last
   * @param tries how often it was sent
   */
  public record LastLetter(Instant tried, int tries, Fate fate, Optional<String> answer) {}

  /** What became of a message. */
  public enum Fate {
    ARRIVED,
    GIVEN_UP,
    TRIED_AGAIN
  }

  /** All, by name, as they fare. */
  public List<Standing> standings() {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        COLUMNS
                                .replace("SELECT number", "SELECT c.number")
                                .replace(
                                    " FROM notice_channel",
                                    ", shed, (SELECT count(*) FROM notice n WHERE n.letter IS NULL"
                                        + " AND n.channel = c.number) + (SELECT count(*)"
                                        + " FROM notice_letter l WHERE l.ended_ms IS NULL"
                                        + " AND l.channel = c.number) AS waiting,"
                                        + " (SELECT count(*) FROM notice_letter l WHERE l.sent = 0"
                                        + " AND l.ended_ms IS NOT NULL AND l.channel = c.number)"
                                        + " AS given_up, (SELECT l.trouble FROM notice_letter l"
                                        + " WHERE l.channel = c.number AND l.trouble IS NOT NULL"
                                        + " ORDER BY l.number DESC LIMIT 1) AS trouble,"
                                        + " t.tried_ms, t.tries, t.ended_ms, t.sent, t.trouble AS answer"
                                        + " FROM notice_channel c LEFT JOIN notice_letter t ON t.number ="
                                        + " (SELECT l.number FROM notice_letter l WHERE l.channel ="
                                        + " c.number AND l.tried_ms IS NOT NULL"
                                        + " ORDER BY l.tried_ms DESC LIMIT 1)")
                            + " ORDER BY name")
                    .map(
                        (row, context) ->
                            new Standing(
                                read(row),
                                row.getInt("waiting"),
                                row.getInt("given_up"),
                                row.getInt("shed"),
                                Optional.ofNullable(row.getString("trouble")),
                                last(row)))
                    .list());
  }

  private static Optional<LastLetter> last(ResultSet row) throws SQLException {
    long triedMs = row.getLong("tried_ms");
    if (row.wasNull()) {
      return Optional.empty();
    }
    boolean ended = row.getObject("ended_ms") != null;
    return Optional.of(
        new LastLetter(
            Instant.ofEpochMilli(triedMs),
            row.getInt("tries"),
            row.getBoolean("sent") ? Fate.ARRIVED : ended ? Fate.GIVEN_UP : Fate.TRIED_AGAIN,
            Optional.ofNullable(row.getString("answer"))));
  }

  public Optional<Subscription> find(String name) {
    return one("name", name);
  }

  public Optional<Subscription> byWayOut(String token) {
    return one("way_out", token);
  }

  private Optional<Subscription> one(String column, String value) {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .createQuery(COLUMNS + " WHERE " + column + " = :value")
                    .bind("value", value)
                    .map((row, context) -> read(row))
                    .findOne());
  }

  private static Subscription read(ResultSet row) throws SQLException {
    ZoneId zone = ZoneId.of(row.getString("zone"));
    long mutedMs = row.getLong("muted_until_ms");
    return new Subscription(
        row.getLong("number"),
        new Subscription.Wish(
            row.getString("name"),
            ChannelText.read(row.getString("address")),
            new Audience(
                Audience.Role.valueOf(row.getString("role")),
                Audience.Scope.of(row.getString("scope"))),
            Tongue.valueOf(row.getString("tongue")),
            Optional.ofNullable(row.getString("quiet")).map(text -> QuietHours.parse(text, zone))),
        row.getString("way_out"),
        mutedMs == Long.MAX_VALUE ? Instant.MAX : Instant.ofEpochMilli(mutedMs),
        row.getObject("unsubscribed_ms") != null);
  }
}
