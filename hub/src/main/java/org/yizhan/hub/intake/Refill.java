package org.yizhan.hub.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yizhan.wire.JournalId;
import org.yizhan.wire.JournalRange;
import org.yizhan.wire.Order.Acknowledge;
import org.yizhan.wire.Presence;
import org.yizhan.wire.Sequence;

/**
 * Finds out whether a station believes this hub has facts it has not, as after a restore from an
 * older copy: then the hub tells its own cursors, and the station sends again from there.
 */
public final class Refill {
  /** The attempt of an acknowledgement that answers no envelope. */
  public static final long UNASKED = 0;

  private Refill() {}

  /**
   * What to tell the station: nothing while its backlog accounts for all that is lacking, since
   * then it is on its way already.
   *
   * @param cursors the hub's, of the journals held; a journal never heard of begins at the first
   */
  public static List<Acknowledge> of(Presence.Snapshot now, Map<JournalId, Sequence> cursors) {
    List<Acknowledge> lacking = new ArrayList<>();
    long numbers = 0;
    for (JournalRange held : now.held()) {
      Sequence cursor = cursors.getOrDefault(held.journal(), Sequence.FIRST);
      if (cursor.isBefore(held.next())) {
        numbers += held.next().value() - Math.max(cursor.value(), held.first().value());
        lacking.add(new Acknowledge(held.journal(), cursor, UNASKED));
      }
    }
    return numbers > now.backlog() ? lacking : List.of();
  }
}
