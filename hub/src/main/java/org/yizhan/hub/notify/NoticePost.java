package org.yizhan.hub.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.yizhan.hub.meters.NoticeMeters;
import org.yizhan.hub.notice.Retry;
import org.yizhan.hub.settings.PagesAddress;
import org.yizhan.hub.store.sqlite.HubDatabase;

/**
 * Empties the queue: every two seconds it looks which addresses have something due, composes it and
 * sends it, a few addresses at once, so that one that hangs holds up no other.
 */
public final class NoticePost implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(NoticePost.class.getName());
  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final int ADDRESSES_AT_ONCE = 4;
  private static final int CLOSING_SECONDS_MAX = 5;

  private final NoticeQueue queue;
  private final Letters letters;
  private final Subscriptions subscriptions;
  private final Parts parts;
  private final RateWindow rates = new RateWindow();
  private final Set<Long> underWay = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("notice-post").factory());
  private final ExecutorService couriers =
      Executors.newFixedThreadPool(
          ADDRESSES_AT_ONCE, Thread.ofPlatform().daemon().name("notice-courier-", 0).factory());

  /**
   * What the loop works with.
   *
   * @param pages where people reach the hub's pages
   */
  public record Parts(
      Senders senders,
      Supplier<Optional<String>> pages,
      NoticeMeters meters,
      InstantSource clock,
      RandomGenerator random) {}

  public NoticePost(
      HubDatabase database, NoticeQueue queue, Subscriptions subscriptions, Parts parts) {
    this.queue = queue;
    this.letters = new Letters(database);
    this.subscriptions = subscriptions;
    this.parts = parts;
    parts.meters().watchQueue(queue::waiting);
    Instant since = parts.clock().instant().minus(Duration.ofMinutes(1));
    for (Subscription each : subscriptions.all()) {
      letters
          .triedSince(since, each.number())
          .forEach(at -> rates.remember(each.wish().channel().rateKey(), at));
    }
  }

  /** Begins the rounds; no other hub may run on the database. */
  public void start() {
    letters.resume(now());
    var _ =
        watch.scheduleWithFixedDelay(
            () -> safely(() -> round(couriers)),
            EVERY.toMillis(),
            EVERY.toMillis(),
            TimeUnit.MILLISECONDS);
    var _ = watch.scheduleWithFixedDelay(() -> safely(queue::forgetOld), 1, 24, TimeUnit.HOURS);
  }

  /** A database that cannot be read now is asked again: the loop must outlive one bad moment. */
  private static void safely(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "Notices were not sent; trying again.", e);
    }
  }

  /** One look; each address that has something due is served by {@code courier}. */
  void round(Executor courier) {
    queue.escalate();
    Instant now = parts.clock().instant();
    List<Long> busy = letters.busyChannels(now);
    if (busy.isEmpty()) {
      return;
    }
    Map<Long, Subscription> known =
        subscriptions.all().stream()
            .collect(Collectors.toMap(Subscription::number, Function.identity()));
    for (Long number : busy) {
      Subscription to = known.get(number);
      if (to != null && !to.isMuted(now) && underWay.add(number)) {
        courier.execute(
            () -> {
              try {
                safely(() -> serve(to));
              } finally {
                underWay.remove(number);
              }
            });
      }
    }
  }

  /** Sends what is due to one address, as far as its minute allows. */
  private void serve(Subscription to) {
    Channel channel = to.wish().channel();
    letters.compose(to, parts.pages().get().filter(PagesAddress::isReachable), now());
    Optional<Letters.Open> next = letters.first(to, now());
    while (next.isPresent()
        && rates.take(channel.rateKey(), Senders.format(channel).limits().perMinute(), now())) {
      if (!deliver(to, next.get())) {
        return;
      }
      next = letters.first(to, now());
    }
  }

  private boolean deliver(Subscription to, Letters.Open open) {
    String kind = to.wish().channel().kind();
    letters.trying(open, now());
    Outcome outcome = parts.senders().send(to.wish().channel(), open.letter());
    Instant now = now();
    return switch (outcome) {
      case Outcome.Delivered _ -> {
        letters.arrived(open, now);
        parts.meters().sent(kind);
        yield true;
      }
      case Outcome.Failed(String why, Duration notBefore) -> {
        parts.meters().failed(kind);
        if (Letters.isHopeless(open, now)) {
          letters.giveUp(open, why, now);
          parts.meters().givenUp(kind);
          LOG.log(
              System.Logger.Level.WARNING,
              "A message to {0} was given up after {1} tries: {2}",
              to.wish().name(),
              open.tries() + 1,
              why);
        } else {
          Duration pause =
              Retry.pause(open.tries() + 1, open.letter().urgency(), notBefore, parts.random());
          letters.again(open, why, now.plus(pause));
        }
        yield false;
      }
    };
  }

  private Instant now() {
    return parts.clock().instant();
  }

  @Override
  public void close() {
    watch.shutdownNow();
    couriers.shutdownNow();
    try {
      if (!couriers.awaitTermination(CLOSING_SECONDS_MAX, TimeUnit.SECONDS)
          || !watch.awaitTermination(CLOSING_SECONDS_MAX, TimeUnit.SECONDS)) {
        LOG.log(
            System.Logger.Level.WARNING,
            "A message was on its way for more than {0} s; it is sent again at the next start.",
            CLOSING_SECONDS_MAX);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
