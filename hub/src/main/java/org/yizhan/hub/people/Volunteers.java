package org.yizhan.hub.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.yizhan.hub.store.sqlite.HubDatabase;
import org.yizhan.station.StationId;

/**
 * Volunteers and keepers: let in once by an invitation, known by their phone from then on. A phone
 * holds 192 random bits, the database their hash. A phone that was not used for a year is
 * forgotten.
 */
public final class Volunteers {
  public static final int NICKNAME_LENGTH_MAX = 20;
  public static final int USES_MAX = 200;
  public static final Duration INVITATION_MAX = Duration.ofDays(30);
  public static final Duration UNUSED_MAX = Duration.ofDays(365);
  private static final Duration TOUCH_EVERY = Duration.ofHours(1);
  private static final int PHONES_MAX = 10;

  private final HubDatabase database;
  private final InstantSource clock;

  public Volunteers(HubDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * What an invitation lets its bearer become.
   *
   * @param stations those a keeper answers for; of a volunteer, empty means all
   */
  public record Invitation(Volunteer.Kind kind, List<StationId> stations, Instant expires) {}

  /**
   * Makes an invitation.
   *
   * @param uses how many people may use it, 1 to {@link #USES_MAX}: a link in a group chat serves
   *     many
   * @return the text of its link
   */
  public String invite(Volunteer.Kind kind, List<StationId> stations, Duration validFor, int uses) {
    if (uses < 1 || uses > USES_MAX) {
      throw new IllegalArgumentException("an invitation serves 1 to " + USES_MAX + " people");
    }
    if (validFor.isNegative() || validFor.isZero() || validFor.compareTo(INVITATION_MAX) > 0) {
      throw new IllegalArgumentException(
          "an invitation is valid for at most " + INVITATION_MAX.toDays() + " days");
    }
    if (kind == Volunteer.Kind.KEEPER && stations.isEmpty()) {
      throw new IllegalArgumentException("say which stations the keeper answers for");
    }
    String token = RandomToken.draw();
    database.change(
        handle -> {
          stations.forEach(station -> stationNumber(handle, station));
          handle.execute("DELETE FROM invitation WHERE expires_ms < ?", clock.millis());
          handle.execute(
              "INSERT INTO invitation (token_hash, role, stations, expires_ms, uses_left)"
                  + " VALUES (?, ?, ?, ?, ?)",
              RandomToken.hash(token),
              kind.name(),
              String.join(" ", stations.stream().map(StationId::value).toList()),
              clock.millis() + validFor.toMillis(),
              uses);
        });
    return token;
  }

  private static int stationNumber(Handle handle, StationId station) {
    return inUse(handle, List.of(station)).stream()
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no station is called " + station + " here"));
  }

  /** The invitation behind a link, while it lasts. */
  public Optional<Invitation> invitation(String token) {
    return token.length() != RandomToken.LENGTH
        ? Optional.empty()
        : database.reader().withHandle(handle -> find(handle, token));
  }

  private Optional<Invitation> find(Handle handle, String token) {
    return handle
        .select(
            "SELECT role, stations, expires_ms FROM invitation WHERE token_hash = ? AND expires_ms"
                + " > ? AND uses_left > 0",
            RandomToken.hash(token),
            clock.millis())
        .map(
            (row, context) ->
                new Invitation(
                    Volunteer.Kind.valueOf(row.getString(1)),
                    row.getString(2).isEmpty()
                        ? List.of()
                        : List.of(row.getString(2).split(" ")).stream()
                            .map(StationId::new)
                            .toList(),
                    Instant.ofEpochMilli(row.getLong(3))))
        .findOne();
  }

  /** A nickname as it is kept, or empty when it is none. */
  public static Optional<String> nickname(String typed) {
    String name = typed.strip().replaceAll("\\s+", " ");
    boolean printable = name.codePoints().noneMatch(Character::isISOControl);
    int length = name.codePointCount(0, name.length());
    return printable && length >= 1 && length <= NICKNAME_LENGTH_MAX
        ? Optional.of(name)
        : Optional.empty();
  }

  /**
   * Lets somebody in.
   *
   * @return the text for the phone's cookie; empty when the invitation is used up or ran out
   */
  public Optional<String> join(String token, String nickname) {
    String name =
        nickname(nickname).orElseThrow(() -> new IllegalArgumentException("no such nickname"));
    if (token.length() != RandomToken.LENGTH) {
      return Optional.empty();
    }
    return database.write(
        handle -> {
          Optional<Invitation> invitation = find(handle, token);
          if (invitation.isEmpty()) {
            return Optional.empty();
          }
          List<Integer> stations = inUse(handle, invitation.get().stations());
          if (stations.isEmpty() && !invitation.get().stations().isEmpty()) {
            return Optional.empty(); // of none that is left; they must not help everywhere
          }
          handle.execute(
              "UPDATE invitation SET uses_left = uses_left - 1 WHERE token_hash = ?",
              (Object) RandomToken.hash(token));
          int number =
              handle
                  .select(
                      "INSERT INTO volunteer (nickname, role, joined_ms) VALUES (?, ?, ?)"
                          + " RETURNING number",
                      name,
                      invitation.get().kind().name(),
                      clock.millis())
                  .mapTo(Integer.class)
                  .one();
          for (int station : stations) {
            handle.execute(
                "INSERT INTO volunteer_station (volunteer, station) VALUES (?, ?)",
                number,
                station);
          }
          return Optional.of(letIn(handle, number));
        });
  }

  /** The numbers of those of these stations that were not retired meanwhile. */
  private static List<Integer> inUse(Handle handle, List<StationId> stations) {
    return stations.stream()
        .flatMap(
            station ->
                handle
                    .select(
                        "SELECT number FROM station WHERE id = ? AND retired_ms IS NULL",
                        station.value())
                    .mapTo(Integer.class)
                    .findOne()
                    .stream())
        .toList();
  }

  private String letIn(Handle handle, int volunteer) {
    String cookie = RandomToken.draw();
    long now = clock.millis();
    handle.execute(
        "INSERT INTO volunteer_device (token_hash, volunteer, since_ms, used_ms)"
            + " VALUES (?, ?, ?, ?)",
        RandomToken.hash(cookie),
        volunteer,
        now,
        now);
    handle.execute(
        "DELETE FROM volunteer_device WHERE used_ms < ? OR (volunteer = ? AND token_hash NOT IN"
            + " (SELECT token_hash FROM volunteer_device WHERE volunteer = ? ORDER BY used_ms DESC"
            + " LIMIT ?))",
        now - UNUSED_MAX.toMillis(),
        volunteer,
        volunteer,
        PHONES_MAX);
    return cookie;
  }

  private record Found(Volunteer volunteer, long usedMs) {}

  /** Whose phone this is; counts as use. */
  public Optional<Volunteer> byPhone(String cookie) {
    if (cookie.length() != RandomToken.LENGTH) {
      return Optional.empty();
    }
    byte[] hash = RandomToken.hash(cookie);
    long now = clock.millis();
    Optional<Found> found =
        database
            .reader()
            .withHandle(
                handle ->
                    handle
                        .select(
                            "SELECT v.number, v.nickname, v.role, d.used_ms FROM volunteer_device"
                                + " d JOIN volunteer v ON v.number = d.volunteer WHERE d.token_hash"
                                + " = ? AND d.used_ms > ? AND v.left_ms IS NULL",
                            hash,
                            now - UNUSED_MAX.toMillis())
                        .map((row, context) -> new Found(volunteer(row), row.getLong(4)))
                        .findOne());
    if (found.isPresent() && now - found.get().usedMs() >= TOUCH_EVERY.toMillis()) {
      database.change(
          handle ->
              handle.execute(
                  "UPDATE volunteer_device SET used_ms = ? WHERE token_hash = ?", now, hash));
    }
    return found.map(Found::volunteer);
  }

  private static Volunteer volunteer(ResultSet row) throws SQLException {
    return new Volunteer(row.getInt(1), row.getString(2), Volunteer.Kind.valueOf(row.getString(3)));
  }

  /** Whether this person may enter anything of this station. */
  public boolean mayHelpAt(Volunteer volunteer, StationId station) {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .select(
                        "SELECT count(*) FILTER (WHERE s.id = ?), count(*) FROM volunteer_station"
                            + " vs JOIN station s ON s.number = vs.station WHERE vs.volunteer = ?",
                        station.value(),
                        volunteer.number())
                    .map(
                        (row, context) ->
                            row.getInt(1) > 0
                                || (row.getInt(2) == 0
                                    && volunteer.kind() == Volunteer.Kind.VOLUNTEER))
                    .one());
  }

  /** Whether a person was let in for no station in particular, and so may help at all of them. */
  public boolean helpsEverywhere(Volunteer volunteer) {
    return volunteer.kind() == Volunteer.Kind.VOLUNTEER
        && database
            .reader()
            .withHandle(
                handle ->
                    handle
                        .select(
                            "SELECT NOT EXISTS (SELECT 1 FROM volunteer_station WHERE volunteer ="
                                + " ?)",
                            volunteer.number())
                        .mapTo(Boolean.class)
                        .one());
  }

  /** The stations a person is tied to and that are not retired, by id. */
  public List<StationId> stationsOf(Volunteer volunteer) {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .select(
                        "SELECT s.id FROM volunteer_station vs JOIN station s ON s.number ="
                            + " vs.station WHERE vs.volunteer = ? AND s.retired_ms IS NULL ORDER BY"
                            + " s.id",
                        volunteer.number())
                    .map((row, context) -> new StationId(row.getString(1)))
                    .list());
  }

  /** Somebody helps no more: their phones are let in nowhere from now on. */
  public boolean leave(int number) {
    return database.write(
        handle -> {
          handle.execute("DELETE FROM volunteer_device WHERE volunteer = ?", number);
          return handle.execute(
                  "UPDATE volunteer SET left_ms = ? WHERE number = ? AND left_ms IS NULL",
                  clock.millis(),
                  number)
              > 0;
        });
  }

  /** Everybody who has not left, by number. */
  public List<Volunteer> all() {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .select(
                        "SELECT number, nickname, role FROM volunteer WHERE left_ms IS NULL"
                            + " ORDER BY number")
                    .map((row, context) -> volunteer(row))
                    .list());
  }
}
