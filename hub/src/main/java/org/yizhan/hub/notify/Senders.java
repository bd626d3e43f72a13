package org.yizhan.hub.notify;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.yizhan.hub.notice.Letter;
import org.yizhan.hub.store.sqlite.HubDatabase;

/** Sends a letter by whatever channel it goes; blocks for at most half a minute. */
public final class Senders implements AutoCloseable {
  private static final Duration ANSWER_MAX = Duration.ofSeconds(20);

  private final HubDatabase database;
  private final InstantSource clock;
  private final HttpSender http;
  private final MailSender mail;

  public Senders(HubDatabase database, Vertx vertx, InstantSource clock) {
    this(database, vertx, clock, ANSWER_MAX);
  }

  Senders(HubDatabase database, Vertx vertx, InstantSource clock, Duration answerMax) {
    this.database = database;
    this.clock = clock;
    this.http = new HttpSender(answerMax);
    this.mail = new MailSender(vertx);
  }

  static Format format(Channel channel) {
    return switch (channel) {
      case Channel.Mail to -> new MailFormat(to);
      case Channel.WeComRobot robot -> new WeComFormat(robot);
      case Channel.DingTalkRobot robot -> new DingTalkFormat(robot);
      case Channel.FeishuRobot robot -> new FeishuFormat(robot);
      case Channel.Ntfy topic -> new NtfyFormat(topic);
      case Channel.Webhook webhook -> new WebhookFormat(webhook);
    };
  }

  /** One try. */
  public Outcome send(Channel channel, Letter letter) {
    return switch (format(channel)) {
      case MailFormat format -> byMail(format, letter);
      case HttpFormat format -> http.post(format, format.request(letter, clock.instant()));
    };
  }

  private Outcome byMail(MailFormat format, Letter letter) {
    Optional<MailServer> server = MailServer.read(database);
    return server.isEmpty()
        ? Outcome.failed("no mail server is set: hub channel mail-server")
        : mail.send(server.get(), format.message(letter, server.get().from()));
  }

  @Override
  public void close() {
    http.close();
  }
}
