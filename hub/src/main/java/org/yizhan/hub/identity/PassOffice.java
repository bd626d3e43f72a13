package org.yizhan.hub.identity;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.yizhan.hub.orders.DesiredVersion;
import org.yizhan.hub.store.sqlite.HubDatabase;
import org.yizhan.pass.IssuerKey;
import org.yizhan.pass.Pass;
import org.yizhan.pass.PassId;
import org.yizhan.pass.PassSigner;
import org.yizhan.pass.Sha256;
import org.yizhan.wire.Order;

/**
 * Issues and revokes passes. The Ed25519 key is made on first start and lies in {@code
 * authority/pass-issuer.key}. Of a pass the hub keeps its number, its end and whether it is
 * revoked; the subject in it is random and kept nowhere, and who was given it is not asked.
 */
public final class PassOffice {
  public static final int DAYS_USUAL = 90;
  public static final int DAYS_MAX = 732;

  /** A station whose clock lags a little still takes a pass that was issued this minute. */
  private static final Duration BACKDATED = Duration.ofMinutes(5);

  private static final String PUBLIC_KEY = "PUBLIC KEY";
  private static final String PRIVATE_KEY = "PRIVATE KEY";
  private static final byte[] PUBLIC_KEY_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

  private final HubDatabase database;
  private final PassSigner signer;
  private final InstantSource clock;
  private final SecureRandom random;

  private PassOffice(
      HubDatabase database, PassSigner signer, InstantSource clock, SecureRandom random) {
    this.database = database;
    this.signer = signer;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Opens the office, making its key when there is none, and makes that key desired state of every
   * station.
   *
   * @throws IdentityException when the key's files are damaged or do not fit each other
   */
  public static PassOffice open(
      Path authority, HubDatabase database, InstantSource clock, SecureRandom random) {
    PemFile privateKey = new PemFile(authority.resolve("pass-issuer.key"));
    PemFile publicKey = new PemFile(authority.resolve("pass-issuer.pub"));
    if (!privateKey.exists()) {
      PassSigner made = PassSigner.generate("unnamed", random);
      publicKey.writeDer(PUBLIC_KEY, subjectPublicKeyInfo(made.key()));
      privateKey.writeDer(PRIVATE_KEY, made.pkcs8());
    }
    PassSigner signer = read(privateKey, publicKey);
    PassOffice office = new PassOffice(database, signer, clock, random);
    office.publishKey();
    return office;
  }

  private static byte[] subjectPublicKeyInfo(IssuerKey key) {
    return HexFormat.of().parseHex(HexFormat.of().formatHex(PUBLIC_KEY_HEAD) + key.publicKeyHex());
  }

  private static PassSigner read(PemFile privateKey, PemFile publicKey) {
    String hex = HexFormat.of().formatHex(publicKey.readDer(PUBLIC_KEY));
    String head = HexFormat.of().formatHex(PUBLIC_KEY_HEAD);
    if (!hex.startsWith(head) || hex.length() != head.length() + 64) {
      throw new IdentityException(
          publicKey.path() + " holds no Ed25519 key: put it back from a backup (hub restore)");
    }
    String bare = hex.substring(head.length());
    String name = "yizhan-" + Sha256.hex(HexFormat.of().parseHex(bare)).substring(0, 16);
    try {
      return PassSigner.of(new IssuerKey(name, bare), privateKey.readDer(PRIVATE_KEY));
    } catch (IllegalArgumentException e) {
      throw new IdentityException(
          privateKey.path() + " is not the key of " + publicKey.path() + ": restore both", e);
    }
  }

  private void publishKey() {
    boolean known =
        database
            .reader()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "SELECT EXISTS (SELECT 1 FROM pass_issuer WHERE issuer = :name)")
                        .bind("name", signer.key().issuer())
                        .mapTo(Boolean.class)
                        .one());
    if (!known) {
      database.change(
          handle -> {
            Instant now = clock.instant();
            handle.execute(
                "INSERT INTO pass_issuer (issuer, public_key_hex, added_ms) VALUES (?, ?, ?)"
                    + " ON CONFLICT (issuer) DO NOTHING",
                signer.key().issuer(),
                signer.key().publicKeyHex(),
                now.toEpochMilli());
            DesiredVersion.ISSUERS.raise(handle, now);
          });
    }
  }

  public IssuerKey key() {
    return signer.key();
  }

  /** A pass as it is handed out: its text exists nowhere else. */
  public record Issued(PassId id, Instant expires, String text) {}

  /**
   * Issues one pass, good from now.
   *
   * @param days 1 to {@link #DAYS_MAX}
   */
  public Issued issue(int days) {
    return issueSince(BACKDATED, days);
  }

  /** Issues one pass that was good already for some time, for simulated histories. */
  public Issued issueSince(Duration past, int days) {
    if (days < 1 || days > DAYS_MAX) {
      throw new IllegalArgumentException("a pass is good for 1 to " + DAYS_MAX + " days");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Pass pass =
        new Pass(
            PassSigner.newPassId(random),
            PassSigner.newSubject(random),
            signer.key().issuer(),
            now,
            now.minus(past),
            now.plus(Duration.ofDays(days)));
    String text = signer.sign(pass);
    database.change(
        handle ->
            handle.execute(
                "INSERT INTO issued_pass (id, issued_ms, expires_ms) VALUES (?, ?, ?)",
                pass.id().hex(),
                now.toEpochMilli(),
                pass.expiresAt().toEpochMilli()));
    return new Issued(pass.id(), pass.expiresAt(), text);
  }

  /** What came of revoking. */
  public enum Revoked {
    REVOKED,
    /** It was revoked before; nothing changed. */
    ALREADY,
    /** It has expired and opens no door anyway. */
    EXPIRED,
    /** Not in this hub's book, as after restoring an older copy: revoked all the same. */
    UNKNOWN_BUT_REVOKED,
    /** Stations cannot hold a longer list. */
    LIST_FULL
  }

  /** Revokes a pass: stations in reach know within seconds, the others when they are back. */
  public Revoked revoke(PassId id) {
    Instant now = clock.instant();
    return database.write(handle -> revoke(handle, id, now));
  }

  private static Revoked revoke(Handle handle, PassId id, Instant now) {
    Optional<Row> row = find(handle, id);
    if (row.isPresent() && row.get().revoked) {
      return Revoked.ALREADY;
    }
    if (row.isPresent() && row.get().expiresMs <= now.toEpochMilli()) {
      return Revoked.EXPIRED;
    }
    if (revokedAndNotExpired(handle, now) >= Order.ApplyRevocations.PASSES_MAX) {
      return Revoked.LIST_FULL;
    }
    handle.execute(
        "INSERT INTO issued_pass (id, issued_ms, expires_ms, revoked_ms) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (id) DO UPDATE SET revoked_ms = excluded.revoked_ms",
        id.hex(),
        now.toEpochMilli(),
        now.plus(Duration.ofDays(DAYS_MAX)).toEpochMilli(),
        now.toEpochMilli());
    DesiredVersion.REVOCATIONS.raise(handle, now);
    return row.isPresent() ? Revoked.REVOKED : Revoked.UNKNOWN_BUT_REVOKED;
  }

  private record Row(long expiresMs, boolean revoked) {}

  private static Optional<Row> find(Handle handle, PassId id) {
    return handle
        .createQuery("SELECT expires_ms, revoked_ms FROM issued_pass WHERE id = :id")
        .bind("id", id.hex())
        .map(
            (row, context) ->
                new Row(row.getLong("expires_ms"), row.getObject("revoked_ms") != null))
        .findOne();
  }

  private static long revokedAndNotExpired(Handle handle, Instant now) {
    return handle
        .createQuery(
            "SELECT count(*) FROM issued_pass WHERE revoked_ms IS NOT NULL AND expires_ms > :now")
        .bind("now", now.toEpochMilli())
        .mapTo(Long.class)
        .one();
  }
}
