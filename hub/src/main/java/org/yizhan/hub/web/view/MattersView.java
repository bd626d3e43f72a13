package org.yizhan.hub.web.view;

import java.util.Collection;
import java.util.List;
import org.yizhan.station.UnionPlace;

/**
 * Matters of the stations somebody answers for.
 *
 * @param open the oldest first
 * @param closed what was dealt with of late, of one station
 * @param unanswered how many of the open ones nobody has answered
 */
public record MattersView(
    List<MatterView> open,
    List<MatterView> closed,
    List<Replace> replace,
    List<PlaceChoice> places,
    String place,
    int unanswered) {

  /** What breaks again and again at a station, a sentence each. */
  public record Replace(String station, List<String> sentences) {}

  public static List<PlaceChoice> places(Collection<UnionPlace> places, String chosen, Texts t) {
    return PlaceChoice.ofPlaces(places, chosen, t);
  }
}
