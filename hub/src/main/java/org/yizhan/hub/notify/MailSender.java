package org.yizhan.hub.notify;

import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.StartTLSOptions;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Hands mail to the hub's mail server, one connection a message. */
final class MailSender {
  private static final int SECONDS_MAX = 30;
  private static final int CONNECT_MS_MAX = 10_000;

  private final Vertx vertx;

  MailSender(Vertx vertx) {
    this.vertx = vertx;
  }

  Outcome send(MailServer server, MailMessage message) {
    MailClient client = MailClient.create(vertx, config(server));
    try {
      client
          .sendMail(message)
          .toCompletionStage()
          .toCompletableFuture()
          .get(SECONDS_MAX, TimeUnit.SECONDS);
      return new Outcome.Delivered();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return Outcome.failed("mail server: " + cause.getMessage());
    } catch (TimeoutException e) {
      return Outcome.failed("mail server: no answer in " + SECONDS_MAX + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Outcome.failed("interrupted");
    } finally {
      var _ = client.close();
    }
  }

  private static MailConfig config(MailServer server) {
    MailConfig config =
        new MailConfig()
            .setHostname(server.host())
            .setPort(server.port())
            .setSsl(server.security() == MailServer.Security.TLS)
            .setStarttls(
                server.security() == MailServer.Security.STARTTLS
                    ? StartTLSOptions.REQUIRED
                    : StartTLSOptions.DISABLED)
            .setHostnameVerificationAlgorithm("HTTPS")
            .setConnectTimeout(CONNECT_MS_MAX)
            .setIdleTimeout(SECONDS_MAX)
            .setKeepAlive(false)
            .setUserAgent("yizhan");
    if (server.user().isPresent()) {
      config
          .setLogin(LoginOption.REQUIRED)
          .setUsername(server.user().get())
          .setPassword(server.password());
    } else {
      config.setLogin(LoginOption.DISABLED);
    }
    return config;
  }
}
