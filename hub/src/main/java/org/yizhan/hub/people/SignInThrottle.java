package org.yizhan.hub.people;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows guessing down: after a few free tries an account, or an address, waits twice as long after
 * each further one, up to a quarter of an hour. A try counts from its beginning, so many at once
 * gain nothing. Memory is bounded: the least recently tried names are forgotten first.
 */
public final class SignInThrottle {
  static final int KEYS_MAX = 10_000;
  private static final int FREE_TRIES_ACCOUNT = 5;
  private static final int FREE_TRIES_ADDRESS = 20;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final Duration FORGET_AFTER = Duration.ofHours(1);

  private final Map<String, Tries> accounts = newBoundedMap();
  private final Map<String, Tries> addresses = newBoundedMap();

  private record Tries(int count, Instant last, Instant freeAgain) {}

  private static Map<String, Tries> newBoundedMap() {
    return new LinkedHashMap<>(64, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
        return size() > KEYS_MAX;
      }
    };
  }

  /**
   * Begins a try.
   *
   * @return zero when it may go on (and is counted), otherwise how long to wait
   */
  public synchronized Duration begin(String account, String address, Instant now) {
    Duration wait = longer(waitOf(accounts, account, now), waitOf(addresses, address, now));
    if (wait.isZero()) {
      count(accounts, account, FREE_TRIES_ACCOUNT, now);
      count(addresses, address, FREE_TRIES_ADDRESS, now);
    }
    return wait;
  }

  /** The password was right: the account starts anew; the address keeps its other tries. */
  public synchronized void succeeded(String account, String address) {
    accounts.remove(account);
    Tries tries = addresses.get(address);
    if (tries != null && tries.count() > 0) {
      addresses.put(address, new Tries(tries.count() - 1, tries.last(), tries.last()));
    }
  }

  private static Duration waitOf(Map<String, Tries> map, String key, Instant now) {
    Tries tries = map.get(key);
    if (tries == null || !now.isBefore(tries.freeAgain())) {
      return Duration.ZERO;
    }
    return Duration.between(now, tries.freeAgain());
  }

  private static void count(Map<String, Tries> map, String key, int free, Instant now) {
    Tries before = map.get(key);
    boolean fresh = before == null || before.last().plus(FORGET_AFTER).isBefore(now);
    int count = fresh || before == null ? 1 : before.count() + 1;
    map.put(key, new Tries(count, now, now.plus(waitAfter(count - free))));
  }

  private static Duration waitAfter(int triesTooMany) {
    if (triesTooMany < 0) {
      return Duration.ZERO;
    }
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(triesTooMany, 12));
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  synchronized int keys() {
    return Math.max(accounts.size(), addresses.size());
  }
}
