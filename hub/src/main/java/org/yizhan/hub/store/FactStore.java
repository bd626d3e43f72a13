package org.yizhan.hub.store;

import java.util.List;
import java.util.Map;
import org.yizhan.hub.intake.Arrival;
import org.yizhan.hub.intake.Verdict;
import org.yizhan.station.StationId;
import org.yizhan.wire.JournalId;
import org.yizhan.wire.Presence;
import org.yizhan.wire.Sequence;

/** Where facts are kept. One writer thread calls it. */
public interface FactStore extends AutoCloseable {
  /**
   * Judges, keeps and folds all arrivals in one transaction, durable when this returns.
   *
   * @return one verdict for each arrival, in order
   * @throws StoreException when nothing was committed
   */
  List<Verdict> commit(List<Arrival> arrivals);

  /**
   * Keeps each station's latest word, in this order, in one transaction. A last will counts only
   * when it is of the connection that spoke last.
   *
   * @return for each word the hub's cursors of the journals it says its station holds
   * @throws StoreException when nothing was committed
   */
  List<Map<JournalId, Sequence>> keep(List<Word> words);

  /** A station's word about itself. */
  record Word(StationId station, Presence presence) {}

  @Override
  void close();
}
