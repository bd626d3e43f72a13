package org.yizhan.hub.web;

import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.yizhan.hub.people.AccountName;
import org.yizhan.hub.people.SignInThrottle;

/** Judges sign-in tries, slowly enough for guessers and never more than two at a time. */
final class SignInDesk {
  /** Each password check takes 19 MiB and a core for some 30 ms. */
  private static final int CHECKS_AT_ONCE = 2;

  private static final int WAIT_SECONDS_MAX = 5;

  private final HubWeb.Parts parts;
  private final SignInThrottle throttle = new SignInThrottle();
  private final Semaphore checks = new Semaphore(CHECKS_AT_ONCE, true);

  SignInDesk(HubWeb.Parts parts) {
    this.parts = parts;
  }

  /** How a try ended. */
  sealed interface Answer {
    /** The text of the new session's cookie. */
    record Welcome(String session) implements Answer {}

    /** Name or password is wrong; which one is not said. */
    record Wrong() implements Answer {}

    /** Too many tries: come back later. */
    record Later(Duration pause) implements Answer {}
  }

  Answer signIn(String typedName, String password, String address) {
    Optional<AccountName> name = AccountName.of(typedName);
    String key = name.map(AccountName::value).orElse("");
    Instant now = parts.clock().instant();
    Duration wait = throttle.begin(key, address, now);
    if (!wait.isZero()) {
      count("throttled");
      return new Answer.Later(wait);
    }
    if (name.isEmpty()
        || !inTurn(() -> parts.accounts().isPassword(name.get(), password)).orElse(false)) {
      count("refused");
      return new Answer.Wrong();
    }
    throttle.succeeded(key, address);
    count("accepted");
    return new Answer.Welcome(parts.sessions().open(name.get()));
  }

  /** Whether this is the password of somebody already signed in; throttled like a sign-in. */
  boolean isPassword(AccountName name, String password, String address) {
    if (!throttle.begin(name.value(), address, parts.clock().instant()).isZero()) {
      count("throttled");
      return false;
    }
    boolean right = inTurn(() -> parts.accounts().isPassword(name, password)).orElse(false);
    if (right) {
      throttle.succeeded(name.value(), address);
    }
    return right;
  }

  /** Does something that costs as much as a password check, or nothing when too many wait. */
  <T> Optional<T> inTurn(Supplier<T> work) {
    try {
      if (!checks.tryAcquire(WAIT_SECONDS_MAX, TimeUnit.SECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    try {
      return Optional.of(work.get());
    } finally {
      checks.release();
    }
  }

  private void count(String outcome) {
    Counter.builder("yizhan.web.signins")
        .description("Tries to sign in, by how they ended")
        .tag("outcome", outcome)
        .register(parts.meters())
        .increment();
  }
}
