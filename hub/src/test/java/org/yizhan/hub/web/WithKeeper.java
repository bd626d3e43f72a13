package org.yizhan.hub.web;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.yizhan.hub.people.Volunteer;

/** A station with a keeper who has a phone. */
class WithKeeper extends WithShelf {
  @SuppressWarnings("NullAway.Init")
  HubClient keeper;

  @BeforeEach
  final void let_a_keeper_in() {
    keeper = joined("赵", Volunteer.Kind.KEEPER, List.of(STATION));
  }

  final void waterIsMissing() {
    send(
        joined("孙"),
        message(
            key(),
            entry("water-550ml").put("found", 5),
            entry("mask").put("found", 59),
            entry("heat-pad").put("found", 70)));
  }
}
