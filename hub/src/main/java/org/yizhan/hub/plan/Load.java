package org.yizhan.hub.plan;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yizhan.station.ItemCode;

/** A line of a packing list: so many units of an item. */
public record Load(ItemCode item, int units) {

  /** The needs of several stations added up, by item. */
  static List<Load> of(Collection<Need> needs) {
    Map<ItemCode, Integer> units = new TreeMap<>();
    needs.forEach(need -> units.merge(need.item(), need.units(), Math::addExact));
    return units.entrySet().stream()
        .map(entry -> new Load(entry.getKey(), entry.getValue()))
        .toList();
  }
}
