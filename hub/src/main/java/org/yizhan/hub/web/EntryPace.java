package org.yizhan.hub.web;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much one person's phones may send: so many messages a minute, far more than hands can make,
 * and enough for a phone that comes back from a day in basements within two minutes.
 */
final class EntryPace {
  static final int MESSAGES_A_MINUTE_MAX = 60;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int PEOPLE_REMEMBERED_MAX = 10_000;

  private record Sent(Instant since, int messages) {}

  private final Map<Integer, Sent> sent =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Sent> eldest) {
          return size() > PEOPLE_REMEMBERED_MAX;
        }
      };

  /** Counts one more message of this person; how long to wait when that is too many. */
  synchronized Optional<Duration> take(int person, Instant now) {
    @Nullable Sent before = sent.get(person);
    if (before == null
        || now.isBefore(before.since())
        || !now.isBefore(before.since().plus(MINUTE))) {
      sent.put(person, new Sent(now, 1));
      return Optional.empty();
    }
    if (before.messages() >= MESSAGES_A_MINUTE_MAX) {
      return Optional.of(Duration.between(now, before.since().plus(MINUTE)));
    }
    sent.put(person, new Sent(before.since(), before.messages() + 1));
    return Optional.empty();
  }
}
