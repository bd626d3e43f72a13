package org.yizhan.edge.uplink;

import java.util.LinkedHashSet;
import java.util.Set;

/** The ids of the last momentary orders: each is heeded once. Not thread-safe. */
final class RecentIds {
  private static final int IDS_MAX = 256;

  private final Set<String> ids = new LinkedHashSet<>();

  /** Whether this one is new; from now on it is not. */
  boolean add(String id) {
    boolean fresh = ids.add(id);
    if (ids.size() > IDS_MAX) {
      ids.remove(ids.iterator().next());
    }
    return fresh;
  }
}
