package org.yizhan.hub.command;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.yizhan.hub.notify.MailServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub channel mail-server HOST}: how mail leaves the hub, for all mail channels. */
@Command(name = "mail-server")
final class MailServerSet implements Runnable {
  @Mixin private HubOptions options;

  @Parameters(paramLabel = "HOST", descriptionKey = "mail-host")
  private String host;

  @Option(names = "--security", descriptionKey = "mail-security", defaultValue = "starttls")
  private String security;

  @Option(names = "--port", paramLabel = "PORT", descriptionKey = "mail-port")
  private Optional<Integer> port = Optional.empty();

  @Option(names = "--user", paramLabel = "USER", descriptionKey = "mail-user")
  private Optional<String> user = Optional.empty();

  @Option(
      names = "--password",
      paramLabel = "TEXT",
      descriptionKey = "mail-password",
      arity = "0..1",
      interactive = true,
      prompt = "--password: ")
  private Optional<String> password = Optional.empty();

  @Option(names = "--from", required = true, paramLabel = "ADDRESS", descriptionKey = "mail-from")
  private String from;

  @Override
  public void run() {
    MailServer server = server();
    try (OpenHub hub = options.open()) {
      server.write(hub.database());
      options.answer(
          new JsonObject().put("host", host).put("port", server.port()).put("from", from),
          "Mail goes out through " + host + ":" + server.port() + " as " + from + ".");
    }
  }

  private MailServer server() {
    if (user.isPresent() != password.isPresent()) {
      throw options.wrong("--user and --password belong together: give both or none");
    }
    try {
      MailServer.Security chosen =
          MailServer.Security.of(security)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "--security is tls, starttls or none, not " + security));
      int usual =
          switch (chosen) {
            case TLS -> 465;
            case STARTTLS -> 587;
            case NONE -> 25;
          };
      return new MailServer(host, port.orElse(usual), chosen, user, password.orElse(""), from);
    } catch (IllegalArgumentException e) {
      throw options.wrong(String.valueOf(e.getMessage()));
    }
  }
}
