package org.yizhan.hub.people;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.yizhan.hub.store.sqlite.HubDatabase;

/**
 * Bearer tokens (RFC 6750) for programs that read the API. The text is shown once; only its hash is
 * kept.
 */
public final class ApiTokens {
  /** Begins every token, so that one that leaks is recognised for what it is. */
  static final String PREFIX = "yz_";

  private static final int NAME_LENGTH_MAX = 64;
  private static final int TOKENS_MAX = 1_000;

  private final HubDatabase database;
  private final InstantSource clock;

  public ApiTokens(HubDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What a token may do. */
  public enum Scope {
    READ
  }

  /** A token that is in force. */
  public record ApiToken(String name, Scope scope) {}

  /**
   * Makes a token; one of the same name is replaced.
   *
   * @return the text to be kept by the program; it cannot be shown again
   */
  public String issue(String name, Scope scope) {
    if (name.isBlank() || name.length() > NAME_LENGTH_MAX) {
      throw new IllegalArgumentException(
          "an API token needs a name of 1 to " + NAME_LENGTH_MAX + " characters");
    }
    String token = PREFIX + RandomToken.draw();
    database.change(
        handle -> {
          handle.execute("DELETE FROM api_token WHERE name = ?", name);
          int kept =
              handle.execute(
                  "INSERT INTO api_token (token_hash, name, scope, issued_ms) SELECT ?, ?, ?, ?"
                      + " WHERE (SELECT count(*) FROM api_token) < ?",
                  RandomToken.hash(token),
                  name,
                  scope.name(),
                  clock.millis(),
                  TOKENS_MAX);
          if (kept == 0) {
            throw new IllegalStateException(
                "there are already " + TOKENS_MAX + " API tokens; revoke some first");
          }
        });
    return token;
  }

  public Optional<ApiToken> find(String text) {
    if (text.length() != PREFIX.length() + RandomToken.LENGTH || !text.startsWith(PREFIX)) {
      return Optional.empty();
    }
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .select(
                        "SELECT name, scope FROM api_token WHERE token_hash = ?",
                        (Object) RandomToken.hash(text))
                    .map((rs, ctx) -> new ApiToken(rs.getString(1), Scope.valueOf(rs.getString(2))))
                    .findFirst());
  }

  /** The names in force, in order. */
  public List<String> names() {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .select("SELECT name FROM api_token ORDER BY name")
                    .mapTo(String.class)
                    .list());
  }

  /** Whether there was one to revoke. */
  public boolean revoke(String name) {
    return database.write(
        handle -> handle.execute("DELETE FROM api_token WHERE name = ?", name) > 0);
  }
}
