package org.yizhan.hub.notify;

import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yizhan.hub.store.sqlite.HubDatabase;

/**
 * How mail leaves the hub: one server for all, as its owner set it.
 *
 * @param user empty where the server asks for none, then {@code password} is not used
 * @param from the address mail comes from, and to which an answer "unsubscribe" goes
 */
public record MailServer(
    String host, int port, Security security, Optional<String> user, String password, String from) {
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:-]{1,253}");

  /** How the way to the server is kept private (RFC 8314). */
  public enum Security {
    /** TLS from the first byte, port 465. */
    TLS,
    /** Plain, then TLS before anything is said (RFC 3207), port 587; without it nothing is sent. */
    STARTTLS,
    /** Never; only to this machine itself. */
    NONE;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Security> of(String word) {
      return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
  }

  public MailServer {
    if (!HOST.matcher(host).matches()) {
      throw new IllegalArgumentException("the mail server is a host name or an address");
    }
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("a port lies between 1 and 65535, not " + port);
    }
    if (security == Security.NONE && !SafeAddress.isLoopback(host)) {
      throw new IllegalArgumentException(
          "mail goes out without encryption to this machine itself only: choose tls or starttls");
    }
    SafeAddress.requireMail(from);
  }

  /** The one that is set, or empty. */
  public static Optional<MailServer> read(HubDatabase database) {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT settings FROM mail_server")
                    .mapTo(String.class)
                    .findOne())
        .map(MailServer::of);
  }

  /** Sets it in place of the one before. */
  public void write(HubDatabase database) {
    JsonObject json =
        new JsonObject()
            .put("host", host)
            .put("port", port)
            .put("security", security.name())
            .put("password", password)
            .put("from", from);
    user.ifPresent(name -> json.put("user", name));
    database.change(
        handle ->
            handle.execute(
                "INSERT INTO mail_server (number, settings) VALUES (1, ?)"
                    + " ON CONFLICT (number) DO UPDATE SET settings = excluded.settings",
                json.encode()));
  }

  private static MailServer of(String text) {
    JsonObject json = new JsonObject(text);
    return new MailServer(
        json.getString("host"),
        json.getInteger("port"),
        Security.valueOf(json.getString("security")),
        Optional.ofNullable(json.getString("user")),
        json.getString("password"),
        json.getString("from"));
  }
}
