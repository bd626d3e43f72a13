package org.yizhan.edge.station;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yizhan.edge.station.FaultBoard.Name;

/**
 * What is wrong with the station.
 *
 * @param reported faults that adapters, journal and clock told of, with their details
 * @param faults everything that lasts, reported or concluded
 */
record Health(SortedMap<Name, String> reported, FaultBoard faults) {
  static final Health SOUND = new Health(new TreeMap<>(), FaultBoard.CLEAR);

  Health {
    reported = Collections.unmodifiableSortedMap(reported);
  }
}
