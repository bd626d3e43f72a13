package org.yizhan.hub.inflow;

import java.util.concurrent.CompletionStage;
import org.yizhan.hub.intake.Arrival;
import org.yizhan.station.StationId;
import org.yizhan.wire.Order.Acknowledge;
import org.yizhan.wire.Presence;

/** The one way in, whatever carried the message. */
public interface Inflow {
  /**
   * Judges, keeps and folds one envelope. The answer comes only after the commit; it fails only
   * when the store cannot commit (the station then sends again by itself).
   */
  CompletionStage<Acknowledge> receive(Arrival arrival);

  /** Keeps the latest presence of a station; an older connection's will is ignored. */
  void receive(StationId station, Presence presence);
}
