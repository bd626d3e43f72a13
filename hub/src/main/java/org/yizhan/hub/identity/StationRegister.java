package org.yizhan.hub.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.yizhan.hub.orders.DesiredVersion;
import org.yizhan.hub.store.sqlite.HubDatabase;
import org.yizhan.station.BilingualText;
import org.yizhan.station.StationId;
import org.yizhan.station.StationProfile;

/** Which stations this hub has: added, given a profile, a new device, adopted, retired. */
public final class StationRegister {
  private final HubDatabase database;
  private final InstantSource clock;

  public StationRegister(HubDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * A station as the register has it.
   *
   * @param profileRevision grows with every profile it is given
   * @param certificateUntil when the certificate that speaks for it runs out; empty while it has
   *     none
   */
  public record Registered(
      StationId id,
      BilingualText name,
      String place,
      String profileYaml,
      long profileRevision,
      Instant added,
      boolean retired,
      boolean quarantined,
      Optional<Instant> certificateUntil) {}

  /** The register says no; the message is for the operator and says what to do instead. */
  public static final class NotPossible extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotPossible(String message) {
      super(message);
    }
  }

  /** Puts a new station on the register. */
  public void add(StationProfile profile, String yaml) {
    String id = profile.id().value();
    database.change(
        handle -> {
          Optional<Registered> there = find(handle, profile.id());
          if (there.isPresent()) {
            throw new NotPossible(
                there.get().retired()
                    ? id + " was retired and its name is not given again: choose another id"
                    : id
                        + " is on the register already: a new device for it is 'hub station replace"
                        + " "
                        + id
                        + "', a new profile 'hub station profile FILE'");
          }
          Instant now = clock.instant();
          handle.execute(
              "INSERT INTO station (id, name_zh, name_en, place, profile_yaml, profile_revision,"
                  + " added_ms) VALUES (?, ?, ?, ?, ?, ?, ?)",
              id,
              profile.name().zh(),
              profile.name().en(),
              profile.place().toString(),
              yaml,
              now.toEpochMilli(),
              now.toEpochMilli());
          DesiredVersion.STATIONS.raise(handle, now);
        });
  }

  /** Gives a station another profile; it reaches the station as desired state. */
  public void changeProfile(StationProfile profile, String yaml) {
    database.change(
        handle -> {
          requireInUse(handle, profile.id());
          writeProfile(handle, profile, yaml, clock.instant());
        });
  }

  /**
   * The same, if its profile is still the one of this revision.
   *
   * @return whether it was
   */
  public boolean changeProfile(ProfileText given, long seen) {
    return database.write(
        handle -> {
          boolean same = requireInUse(handle, given.profile.id()).profileRevision() == seen;
          if (same) {
            writeProfile(handle, given.profile, given.yaml, clock.instant());
          }
          return same;
        });
  }

  private static void writeProfile(
      Handle handle, StationProfile profile, String yaml, Instant now) {
    handle.execute(
        "UPDATE station SET name_zh = ?, name_en = ?, place = ?, profile_yaml = ?,"
            + " profile_revision = max(profile_revision + 1, ?) WHERE id = ?",
        profile.name().zh(),
        profile.name().en(),
        profile.place().toString(),
        yaml,
        now.toEpochMilli(),
        profile.id().value());
    DesiredVersion.PROFILES.raise(handle, now);
  }

  /**
   * Ends every certificate and open token of this station: its old device is nobody from now on.
   */
  public void endDevice(StationId station) {
    database.change(
        handle -> {
          requireInUse(handle, station);
          end(handle, station, "replaced", clock.instant());
        });
  }

  /** Takes a station out of use; its facts stay. */
  public void retire(StationId station) {
    database.change(
        handle -> {
          requireInUse(handle, station);
          Instant now = clock.instant();
          handle.execute(
              "UPDATE station SET retired_ms = ? WHERE id = ?",
              now.toEpochMilli(),
              station.value());
          end(handle, station, "retired", now);
        });
  }

  private static void end(Handle handle, StationId station, String why, Instant now) {
    CertificateBook.endAll(handle, station, why, now);
    EnrolmentTokens.withdraw(handle, station, now);
    DesiredVersion.STATIONS.raise(handle, now);
  }

  /** Takes a station out of quarantine, with its profile when the operator has it. */
  public void adopt(StationId station, Optional<ProfileText> profile) {
    database.change(
        handle -> {
          Registered there = requireInUse(handle, station);
          if (!there.quarantined()) {
            throw new NotPossible(station + " is not in quarantine: nothing to adopt");
          }
          Instant now = clock.instant();
          handle.execute("UPDATE station SET quarantined = 0 WHERE id = ?", station.value());
          profile.ifPresent(given -> writeProfile(handle, given.profile, given.yaml, now));
          DesiredVersion.STATIONS.raise(handle, now);
        });
  }

  /** A profile and the text it was read from. */
  public record ProfileText(StationProfile profile, String yaml) {}

  public Optional<Registered> find(StationId station) {
    return database.reader().withHandle(handle -> find(handle, station));
  }

  /** All stations by id, retired ones too. */
  public List<Registered> all() {
    return database
        .reader()
        .withHandle(
            handle ->
                handle.createQuery(SELECT + " ORDER BY id").map((row, c) -> read(row)).list());
  }

  private static final String SELECT =
      "SELECT s.*, (SELECT max(c.expires_ms) FROM station_certificate c"
          + " WHERE c.station = s.id AND c.ended_ms IS NULL) AS until_ms FROM station s";

  private static Optional<Registered> find(Handle handle, StationId station) {
    return handle
        .createQuery(SELECT + " WHERE s.id = :id")
        .bind("id", station.value())
        .map((row, context) -> read(row))
        .findOne();
  }

  private static Registered read(ResultSet row) throws SQLException {
    long until = row.getLong("until_ms");
    boolean certified = !row.wasNull();
    return new Registered(
        new StationId(row.getString("id")),
        new BilingualText(row.getString("name_zh"), row.getString("name_en")),
        row.getString("place"),
        row.getString("profile_yaml"),
        row.getLong("profile_revision"),
        Instant.ofEpochMilli(row.getLong("added_ms")),
        row.getObject("retired_ms") != null,
        row.getInt("quarantined") != 0,
        certified ? Optional.of(Instant.ofEpochMilli(until)) : Optional.empty());
  }

  private static Registered requireInUse(Handle handle, StationId station) {
    Registered there =
        find(handle, station)
            .orElseThrow(
                () ->
                    new NotPossible(
                        station + " is not on the register: 'hub station list' names them all"));
    if (there.retired()) {
      throw new NotPossible(station + " is retired");
    }
    return there;
  }
}
