package org.yizhan.hub.inflow;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.yizhan.hub.intake.Arrival;
import org.yizhan.station.StationId;
import org.yizhan.wire.Order.Acknowledge;
import org.yizhan.wire.Presence;

/** The one way in, whatever carried the message. Never blocks; callable from any thread. */
public interface Inflow {
  /**
   * Judges, keeps and folds one envelope. The answer comes only after the commit; it fails when the
   * store cannot commit or too much waits already (the station then sends again by itself).
   */
  CompletionStage<Acknowledge> receive(Arrival arrival);

  /**
   * Keeps the latest presence of a station; an older connection's will is ignored. The answer comes
   * after the commit: where the station shall begin to send again, when it believes this hub has
   * facts that it has not (it was restored from an older copy); usually empty.
   */
  CompletionStage<List<Acknowledge>> receive(StationId station, Presence presence);
}
