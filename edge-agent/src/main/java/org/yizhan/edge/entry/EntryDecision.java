package org.yizhan.edge.entry;

import java.util.Optional;
import org.yizhan.pass.PassKind;
import org.yizhan.pass.RefusalReason;
import org.yizhan.station.ItemCode;
import org.yizhan.wire.Visitor;

/** What the door does with one scan. */
public sealed interface EntryDecision {

  /**
   * The door opens.
   *
   * @param sameVisit the same pass opened it so recently that this is still the same visit
   * @param takes one unit of this is taken with it, where a scan is the taking
   */
  record Admit(Visitor visitor, PassKind pass, boolean sameVisit, Optional<ItemCode> takes)
      implements EntryDecision {}

  /**
   * The door stays shut.
   *
   * @param visitor known only when the pass itself was signed by an issuer we trust
   * @param kept whether this refusal becomes a fact: of a burst of tries only the first are
   */
  record Refuse(RefusalReason reason, Optional<Visitor> visitor, boolean kept)
      implements EntryDecision {}
}
