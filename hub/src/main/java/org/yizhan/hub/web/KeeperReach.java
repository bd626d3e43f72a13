package org.yizhan.hub.web;

import java.util.List;
import java.util.Optional;
import org.yizhan.hub.people.Account;
import org.yizhan.hub.people.Role;
import org.yizhan.hub.people.Volunteer;
import org.yizhan.hub.people.Volunteers;
import org.yizhan.station.StationId;

/**
 * Which stations somebody answers for: a keeper's phone for its own, an account for all. Who has
 * both decides as keeper; an administrator decides everywhere.
 *
 * @param only the stations; empty says all of the network
 * @param mayInvite whether they decide who helps there
 */
record KeeperReach(Optional<List<StationId>> only, boolean mayInvite) {

  /** Empty for everybody who is neither signed in nor a keeper. */
  static Optional<KeeperReach> of(Visit visit) {
    Optional<Role> role = visit.who().map(Account::role);
    if (role.filter(Role.ADMIN::equals).isPresent()) {
      return Optional.of(new KeeperReach(Optional.empty(), true));
    }
    Volunteers volunteers = visit.site().parts().shelves().volunteers();
    return phone(visit)
        .filter(person -> person.kind() == Volunteer.Kind.KEEPER)
        .map(person -> new KeeperReach(Optional.of(volunteers.stationsOf(person)), true))
        .or(() -> role.map(_ -> new KeeperReach(Optional.empty(), false)));
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
