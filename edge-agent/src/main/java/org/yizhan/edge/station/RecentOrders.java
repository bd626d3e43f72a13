package org.yizhan.edge.station;

import java.util.ArrayList;
import java.util.List;

/** The ids of the momentary orders carried out last, oldest first. */
record RecentOrders(List<String> ids) {
  static final int IDS_MAX = 64;
  static final RecentOrders NONE = new RecentOrders(List.of());

  RecentOrders {
    ids = List.copyOf(ids);
  }

  boolean has(String id) {
    return ids.contains(id);
  }

  RecentOrders with(String id) {
    List<String> next = new ArrayList<>(ids);
    if (next.size() == IDS_MAX) {
      next.removeFirst();
    }
    next.add(id);
    return new RecentOrders(next);
  }
}
