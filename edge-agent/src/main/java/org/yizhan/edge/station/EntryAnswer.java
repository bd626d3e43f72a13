package org.yizhan.edge.station;

import java.util.Optional;
import org.yizhan.pass.RefusalReason;

/** The decision on one scan, for whoever asked: admitted when no reason is given. */
public record EntryAnswer(Optional<RefusalReason> refusal, int micros) {
  public boolean admitted() {
    return refusal.isEmpty();
  }
}
