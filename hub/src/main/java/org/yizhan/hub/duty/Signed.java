package org.yizhan.hub.duty;

import java.time.Instant;
import java.util.Set;
import org.yizhan.wire.DutyMoment;
import org.yizhan.wire.DutyTask;

/**
 * What somebody signed on duty.
 *
 * @param party the group whose turn it was; empty without a rota
 * @param who a nickname; empty when it is not known
 * @param helped whether they belong to another group, or none
 */
public record Signed(
    Instant at,
    DutyMoment moment,
    Set<DutyTask> done,
    String party,
    String note,
    String who,
    boolean helped) {
  public Signed {
    done = Set.copyOf(done);
  }
}
