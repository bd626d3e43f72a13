package org.yizhan.edge.hardware.simulated;

import java.time.Instant;
import org.yizhan.edge.station.StationEvent.BeamChanged.Side;
import org.yizhan.station.Celsius;
import org.yizhan.station.FixtureName;
import org.yizhan.station.RelativeHumidity;

/** One thing that people, weather or bad luck do to a station. */
sealed interface Act {

  record ShowCode(String text) implements Act {}

  /** Push the door from the street; who is not let in goes away. */
  record Push() implements Act {}

  /** Press the exit button and open the door from inside. */
  record Pull() implements Act {}

  record LetDoorShut() implements Act {}

  record PassBeam(Side side, boolean interrupted) implements Act {}

  /** One more, or one less, is inside. */
  record CountInside(int change) implements Act {}

  /** The radar looks: it sees somebody when people are inside and one of them stirs. */
  record Stir(boolean stirring) implements Act {}

  /** Take one unit, if there is one. */
  record Take(FixtureName scale) implements Act {}

  record Restock(FixtureName scale, int units) implements Act {}

  record ChangeAir(Celsius temperature, RelativeHumidity humidity) implements Act {}

  record StickRadar(boolean stuck) implements Act {}

  record ChainDoor(boolean chained) implements Act {}

  /**
   * An act at its time.
   *
   * @param person whose act it is: after a door that did not open, the rest of this person's acts
   *     does not happen; 0 for nobody's
   */
  record Timed(Instant at, long person, Act act) implements Comparable<Timed> {
    static final long NOBODY = 0;

    @Override
    public int compareTo(Timed other) {
      return at.compareTo(other.at);
    }
  }
}
