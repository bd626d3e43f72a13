package org.yizhan.hub.web.view;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.station.UnionPlace;

/**
 * One place to choose in a filter.
 *
 * @param path as in an address: "shandong/liaocheng"; empty is the whole network
 * @param depth 0 for a province
 */
public record PlaceChoice(String path, String name, int depth, boolean chosen) {

  /** Every place that has a station at or below it, in the order of the tree. */
  public static List<PlaceChoice> of(List<StationStatus> stations, String chosen, Texts t) {
    return ofPlaces(stations.stream().map(StationStatus::place).toList(), chosen, t);
  }

  /** The same of the places stations are at. */
  public static List<PlaceChoice> ofPlaces(Collection<UnionPlace> places, String chosen, Texts t) {
    TreeSet<String> paths = new TreeSet<>();
    for (UnionPlace place : places) {
      List<String> codes = place.codes();
      for (int depth = 1; depth <= codes.size(); depth++) {
        paths.add(String.join("/", codes.subList(0, depth)));
      }
    }
    return paths.stream().map(path -> of(path, chosen, t)).toList();
  }

  private static PlaceChoice of(String path, String chosen, Texts t) {
    int slash = path.lastIndexOf('/');
    int depth = (int) path.chars().filter(c -> c == '/').count();
    return new PlaceChoice(
        path, t.placeCode(path.substring(slash + 1)), depth, path.equals(chosen));
  }

  /** Whether this station lies at or below the place; every station is in the empty place. */
  public static boolean holds(String place, StationStatus station) {
    return holds(place, station.place());
  }

  /** Whether it is the place or lies below it; all are in the empty place. */
  public static boolean holds(String place, UnionPlace inner) {
    String path = inner.toString();
    return place.isEmpty() || path.equals(place) || path.startsWith(place + '/');
  }

  /** The name with its depth shown by spaces, for a list of options. */
  public String indented() {
    return "\u2003".repeat(depth) + name;
  }
}
