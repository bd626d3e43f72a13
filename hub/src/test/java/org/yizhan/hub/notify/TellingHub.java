package org.yizhan.hub.notify;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.yizhan.hub.identity.SettableClock;
import org.yizhan.hub.meters.NoticeMeters;
import org.yizhan.hub.notice.Audience;
import org.yizhan.hub.notice.QuietHours;
import org.yizhan.hub.notice.Tongue;
import org.yizhan.hub.store.sqlite.HubDatabase;

/** All of a hub that tells people: a real database, real HTTP, time as the test says. */
final class TellingHub implements AutoCloseable {
  static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  /** Ten in the morning in Shanghai. */
  final SettableClock clock = new SettableClock(Instant.parse("2026-07-01T02:00:00Z"));

  final HubDatabase database;
  final NoticeQueue queue;
  final Subscriptions subscriptions;
  final MeterRegistry meters = new SimpleMeterRegistry();
  final Senders senders;
  private final Vertx vertx = Vertx.vertx();
  private NoticePost post;

  TellingHub(Path folder) {
    this(folder, Duration.ofSeconds(20));
  }

  TellingHub(Path folder, Duration answerMax) {
    database = HubDatabase.open(folder.resolve("hub.db"));
    queue = new NoticeQueue(database, clock);
    subscriptions = new Subscriptions(database, clock, new SecureRandom());
    senders = new Senders(database, vertx, clock, answerMax);
    post = newPost();
  }

  private NoticePost newPost() {
    return new NoticePost(
        database,
        queue,
        subscriptions,
        new NoticePost.Parts(
            senders,
            () -> Optional.of("https://hub.example.org"),
            new NoticeMeters(meters),
            clock,
            new Random(1)));
  }

  /** As after a start of the program. */
  void restart() {
    post.close();
    post = newPost();
  }

  void add(String name, Channel channel, Audience.Role role, String quiet) {
    boolean added =
        subscriptions.add(
            new Subscription.Wish(
                name,
                channel,
                new Audience(role, Audience.Scope.of("place:shandong/liaocheng")),
                Tongue.ZH,
                quiet.isEmpty()
                    ? Optional.empty()
                    : Optional.of(QuietHours.parse(quiet, SHANGHAI))));
    if (!added) {
      throw new IllegalArgumentException(name + " is there already");
    }
  }

  void addKeeper(Channel channel) {
    add("keepers", channel, Audience.Role.KEEPER, "");
  }

  /** Time passes, then the post looks once. */
  void after(Duration time) {
    clock.advance(time);
    round();
  }

  void round() {
    post.round(Runnable::run);
  }

  /** The same look every ten seconds, or a hundred times, for so long. */
  void live(Duration time) {
    Duration step = Duration.ofSeconds(Math.max(10, time.toSeconds() / 100));
    for (Instant end = clock.instant().plus(time); clock.instant().isBefore(end); ) {
      Duration left = Duration.between(clock.instant(), end);
      after(left.compareTo(step) < 0 ? left : step);
    }
  }

  Subscriptions.Standing standing(String name) {
    return subscriptions.standings().stream()
        .filter(each -> each.subscription().wish().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    post.close();
    senders.close();
    vertx.close().toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    database.close();
  }
}
