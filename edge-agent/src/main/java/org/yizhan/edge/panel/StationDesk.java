package org.yizhan.edge.panel;

import java.util.List;
import org.yizhan.edge.journal.RecentFact;
import org.yizhan.edge.station.EntryAnswer;

/** What can be asked of a running station on its own computer. Thread-safe. */
public interface StationDesk {
  StationReport report();

  /**
   * Shows a code to the simulated scanner and waits for the decision.
   *
   * @param walkIn whether the simulated person, once admitted, also goes in
   * @throws DeskRefusal when the scanner is real, broken, or does not answer
   */
  EntryAnswer scan(String text, boolean walkIn) throws DeskRefusal;

  /**
   * Moves the simulated world.
   *
   * @param act one of {@link SimulatedActs#NAMES}
   * @throws DeskRefusal when nothing here is simulated or there is no such act
   */
  void simulate(String act) throws DeskRefusal;

  /** The newest facts of the journal, oldest of them first. */
  List<RecentFact> last(int factsMax);
}
