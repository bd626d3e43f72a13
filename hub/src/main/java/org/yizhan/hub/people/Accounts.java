package org.yizhan.hub.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.yizhan.hub.store.sqlite.HubDatabase;

/**
 * The accounts of the hub. There is no default password: while no account exists, {@link
 * #setupLink} gives the one-time token with which the first is made; later ones, and forgotten
 * passwords, get a one-time token by {@link #passwordLink}. Callable from any thread; all calls
 * block on the database.
 */
public final class Accounts {
  public static final Duration SETUP_LINK_LIFE = Duration.ofHours(24);
  public static final Duration PASSWORD_LINK_LIFE = Duration.ofHours(24);
  private static final int ACCOUNTS_MAX = 1_000;

  private final HubDatabase database;
  private final InstantSource clock;

  public Accounts(HubDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What a link is for, while it can still be used. */
  public sealed interface Link {
    /** Makes the first account, an admin. */
    record Setup() implements Link {}

    /** Sets this account's password. */
    record Password(AccountName account) implements Link {}
  }

  /** Whether anybody can sign in yet. */
  public boolean isEmpty() {
    return database
        .reader()
        .withHandle(
            handle -> handle.select("SELECT count(*) FROM account").mapTo(Long.class).one() == 0);
  }

  /** Throws when the database does not answer. */
  public void probe() {
    database.reader().useHandle(handle -> handle.select("SELECT 1").mapTo(Integer.class).one());
  }

  public List<Account> all() {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .select(
                        "SELECT name, role, password_hash IS NOT NULL, created_ms FROM account"
                            + " ORDER BY name")
                    .map(
                        (rs, ctx) ->
                            new Account(
                                new AccountName(rs.getString(1)),
                                Role.valueOf(rs.getString(2)),
                                rs.getBoolean(3),
                                Instant.ofEpochMilli(rs.getLong(4))))
                    .list());
  }

  public Optional<Account> find(AccountName name) {
    return all().stream().filter(account -> account.name().equals(name)).findFirst();
  }

  /**
   * The token of a new setup link ({@code /link/TOKEN}), or empty when an account exists. An older
   * setup link stops working.
   */
  public Optional<String> setupLink() {
    return isEmpty() ? Optional.of(newLink("SETUP", null)) : Optional.empty();
  }

  /**
   * The token of a link ({@code /link/TOKEN}) with which this account's password is set anew; empty
   * when there is no such account. The old password works until the link is used.
   */
  public Optional<String> passwordLink(AccountName name) {
    return find(name).map(account -> newLink("PASSWORD", account.name()));
  }

  private String newLink(String purpose, @Nullable AccountName account) {
    String token = RandomToken.draw();
    Duration life = account == null ? SETUP_LINK_LIFE : PASSWORD_LINK_LIFE;
    String name = account == null ? null : account.value();
    database.change(
        handle -> {
          handle.execute(
              "DELETE FROM one_time_link WHERE expires_ms < ? OR (purpose = ? AND account IS ?)",
              clock.millis(),
              purpose,
              name);
          handle.execute(
              "INSERT INTO one_time_link (token_hash, purpose, account, expires_ms) VALUES (?, ?,"
                  + " ?, ?)",
              RandomToken.hash(token),
              purpose,
              name,
              clock.millis() + life.toMillis());
        });
    return token;
  }

  /** What this link would do, without using it up. */
  public Optional<Link> link(String token) {
    if (token.length() != RandomToken.LENGTH) {
      return Optional.empty();
    }
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .select(
                        "SELECT account FROM one_time_link WHERE token_hash = ? AND expires_ms > ?",
                        RandomToken.hash(token),
                        clock.millis())
                    .map((rs, ctx) -> linkOf(rs.getString(1)))
                    .findFirst());
  }

  private static Link linkOf(@Nullable String account) {
    return account == null ? new Link.Setup() : new Link.Password(new AccountName(account));
  }

  /**
   * Uses up a setup link and makes the first account.
   *
   * @return false when the link is used, expired or foreign, or an account exists by now
   */
  public boolean setUp(String token, AccountName name, String password) {
    String hash = PasswordHash.of(password).encoded();
    return database.write(
        handle ->
            isUsedUp(handle, token, "SETUP", null)
                && handle.execute(
                        "INSERT INTO account (name, role, password_hash, created_ms) SELECT ?,"
                            + " 'ADMIN', ?, ? WHERE NOT EXISTS (SELECT 1 FROM account)",
                        name.value(),
                        hash,
                        clock.millis())
                    == 1);
  }

  /** Uses up a password link, sets the password and signs the account out everywhere. */
  public boolean setPassword(String token, AccountName name, String password) {
    String hash = PasswordHash.of(password).encoded();
    return database.write(
        handle -> {
          if (!isUsedUp(handle, token, "PASSWORD", name.value())) {
            return false;
          }
          storePassword(handle, name, hash);
          return true;
        });
  }

  private boolean isUsedUp(Handle handle, String token, String purpose, @Nullable String account) {
    return handle.execute(
            "DELETE FROM one_time_link WHERE token_hash = ? AND purpose = ? AND account IS ? AND"
                + " expires_ms > ?",
            RandomToken.hash(token),
            purpose,
            account,
            clock.millis())
        == 1;
  }

  /** Adds an account without a password; its {@link #passwordLink} lets its owner choose one. */
  public boolean add(AccountName name, Role role) {
    if (role == Role.API_READER) {
      throw new IllegalArgumentException("programs get an API token, not an account");
    }
    return database.write(
        handle ->
            handle.execute(
                    "INSERT INTO account (name, role, created_ms) SELECT ?, ?, ? WHERE (SELECT"
                        + " count(*) FROM account) < ? ON CONFLICT DO NOTHING",
                    name.value(),
                    role.name(),
                    clock.millis(),
                    ACCOUNTS_MAX)
                == 1);
  }

  /** Makes or renews an account with this password: for the command line and the demonstration. */
  public void put(AccountName name, Role role, String password) {
    add(name, role);
    String hash = PasswordHash.of(password).encoded();
    database.change(handle -> storePassword(handle, name, hash));
  }

  private static void storePassword(Handle handle, AccountName name, String hash) {
    handle.execute("UPDATE account SET password_hash = ? WHERE name = ?", hash, name.value());
    handle.execute("DELETE FROM session WHERE account = ?", name.value());
    handle.execute("DELETE FROM one_time_link WHERE account = ?", name.value());
  }

  /** Removes an account with its sessions and links; the last admin stays. */
  public boolean remove(AccountName name) {
    return database.write(
        handle -> {
          boolean removed =
              handle.execute(
                      "DELETE FROM account WHERE name = ? AND (role <> 'ADMIN' OR (SELECT count(*)"
                          + " FROM account WHERE role = 'ADMIN' AND password_hash IS NOT NULL AND"
                          + " name <> ?) > 0)",
                      name.value(),
                      name.value())
                  == 1;
          if (removed) {
            handle.execute("DELETE FROM session WHERE account = ?", name.value());
            handle.execute("DELETE FROM one_time_link WHERE account = ?", name.value());
          }
          return removed;
        });
  }

  /** Whether this is the account's password; an unknown account takes the same time to refuse. */
  public boolean isPassword(AccountName name, String password) {
    Optional<PasswordHash> kept = passwordHash(name);
    boolean right = kept.orElse(PasswordHash.NOBODY).matches(password) && kept.isPresent();
    if (right && !kept.orElseThrow().isCurrent()) {
      String hash = PasswordHash.of(password).encoded();
      database.change(
          handle ->
              handle.execute(
                  "UPDATE account SET password_hash = ? WHERE name = ?", hash, name.value()));
    }
    return right;
  }

  /** Sets a password the owner chose, having given the old one; signs out everywhere. */
  public void changePassword(AccountName name, String password) {
    String hash = PasswordHash.of(password).encoded();
    database.change(handle -> storePassword(handle, name, hash));
  }

  private Optional<PasswordHash> passwordHash(AccountName name) {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .select(
                        "SELECT password_hash FROM account WHERE name = ? AND password_hash IS NOT"
                            + " NULL",
                        name.value())
                    .mapTo(String.class)
                    .findFirst()
                    .map(PasswordHash::new));
  }
}
