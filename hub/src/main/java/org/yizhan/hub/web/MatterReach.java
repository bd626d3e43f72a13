package org.yizhan.hub.web;

import java.util.List;
import java.util.Optional;
import org.yizhan.hub.people.Account;
import org.yizhan.hub.people.Role;
import org.yizhan.hub.people.Volunteer;
import org.yizhan.hub.people.Volunteers;
import org.yizhan.station.StationId;

/**
 * Whose matters somebody sees and answers: let-in people those of the stations they help at, an
 * account those of all.
 *
 * @param only the stations; empty says all of the network
 * @param mayAnswer whether what they say is the station's answer
 * @param person who it is, where they were let in
 */
record MatterReach(Optional<List<StationId>> only, boolean mayAnswer, Optional<Volunteer> person) {

  /** Empty for strangers. */
  static Optional<MatterReach> of(Visit visit) {
    Optional<Account> account = visit.who();
    if (account.isPresent()) {
      return Optional.of(
          new MatterReach(Optional.empty(), account.get().role() == Role.ADMIN, Optional.empty()));
    }
    Volunteers volunteers = visit.site().parts().shelves().volunteers();
    return KeeperReach.phone(visit)
        .map(
            person -> {
              boolean everywhere = volunteers.helpsEverywhere(person);
              return new MatterReach(
                  everywhere ? Optional.empty() : Optional.of(volunteers.stationsOf(person)),
                  true,
                  Optional.of(person));
            });
  }

  boolean holds(StationId station) {
    return only.isEmpty() || only.get().contains(station);
  }
}
