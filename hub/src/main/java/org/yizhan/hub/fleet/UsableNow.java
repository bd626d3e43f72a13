package org.yizhan.hub.fleet;

import java.util.List;

/** Whether a worker who walks to this station now can use it. Computed, never declared. */
public sealed interface UsableNow {
  record Yes() implements UsableNow {}

  /** Certainly not, with every reason. */
  record No(List<Reason> why) implements UsableNow {
    public No {
      why = List.copyOf(why);
    }
  }

  /** Cannot be known, with every reason. */
  record Unknown(List<Reason> why) implements UsableNow {
    public Unknown {
      why = List.copyOf(why);
    }
  }

  /** Why a station is not usable, or why that is unknown; pages turn each into a sentence. */
  enum Reason {
    NEVER_SEEN,
    SILENT,
    DOOR_NEVER_MOVED,
    LOCK_FAILED,
    SCANNER_FAILED,
    TOO_COLD,
    TOO_WARM,
    CLIMATE_UNKNOWN,
    POWER_FAILED,
    OUTSIDE_HOURS,
    QUARANTINED
  }
}
