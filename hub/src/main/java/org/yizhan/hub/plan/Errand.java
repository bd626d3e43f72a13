package org.yizhan.hub.plan;

import java.util.Comparator;
import java.util.OptionalInt;

/** A station somebody could go to, with the index of its place among the {@link Roads}. */
record Errand(Stop stop, int place) {
  /** Who is helped first. */
  static final Comparator<Errand> MOST_URGENT_FIRST =
      Comparator.comparingDouble((Errand errand) -> errand.stop.urgencyDays())
          .thenComparing(errand -> errand.stop.station());

  boolean isMoreUrgentThan(Errand other) {
    return stop.urgencyDays() < other.stop.urgencyDays();
  }

  /** The first minute from this one on at which the work can begin and end in one window. */
  OptionalInt beginFrom(int minute) {
    for (Window window : stop.open()) {
      int begin = Math.max(minute, window.from());
      if (begin < window.to() && begin + stop.serviceMinutes() <= window.to()) {
        return OptionalInt.of(begin);
      }
    }
    return OptionalInt.empty();
  }
}
