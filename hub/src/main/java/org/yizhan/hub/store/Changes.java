package org.yizhan.hub.store;

import java.util.function.Consumer;
import org.yizhan.station.StationId;

/** Tells, after each commit, which stations have something new to show. */
public interface Changes {
  /** Calls back from a writer's thread, never blocking it; close the answer to stop. */
  AutoCloseable listen(Consumer<StationId> changed);
}
