package org.yizhan.hub.web;

import java.util.List;
import java.util.Optional;
import org.yizhan.hub.people.Account;
import org.yizhan.hub.people.Role;
import org.yizhan.hub.people.Volunteer;
import org.yizhan.hub.people.Volunteers;
import org.yizhan.station.StationId;

/**
 * Which stations somebody answers for: a keeper's phone for its own, an account for all.
 *
 * @param only the stations; empty says all of the network
 * @param mayInvite whether they decide who helps there
 */
record KeeperReach(Optional<List<StationId>> only, boolean mayInvite) {

  /** Empty for everybody who is neither signed in nor a keeper. */
  static Optional<KeeperReach> of(Visit visit) {
    Optional<Account> account = visit.who();
    if (account.isPresent()) {
      return Optional.of(new KeeperReach(Optional.empty(), account.get().role() == Role.ADMIN));
    }
    Volunteers volunteers = visit.site().parts().shelves().volunteers();
    return phone(visit)
        .filter(person -> person.kind() == Volunteer.Kind.KEEPER)
        .map(person -> new KeeperReach(Optional.of(volunteers.stationsOf(person)), true));
  }

  /** Whose phone asks. */
  static Optional<Volunteer> phone(Visit visit) {
    return visit
        .site()
        .parts()
        .shelves()
        .volunteers()
        .byPhone(ShelfRoutes.phoneCookie(visit.context(), visit.site()));
  }

  boolean isKeeper() {
    return only.isPresent();
  }

  boolean holds(StationId station) {
    return only.isEmpty() || only.get().contains(station);
  }
}
