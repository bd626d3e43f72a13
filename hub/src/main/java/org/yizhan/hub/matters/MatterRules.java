package org.yizhan.hub.matters;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.yizhan.wire.MatterKind;

/** Who may do what with a matter, and what of it others see. */
public final class MatterRules {
  /** What strangers may raise at one station within a day. */
  public static final int PER_STATION_AND_DAY_MAX = 60;

  /** So many more when they cannot get in: nobody else's noise may hide that. */
  public static final int LOCKED_OUT_MORE = 20;

  /** How long a matter that is dealt with stays among those shown. */
  public static final Duration SHOWN_AFTER = Duration.ofDays(30);

  private static final Set<MatterKind> OF_THE_PLACE =
      EnumSet.of(MatterKind.BROKEN, MatterKind.SUPPLIES, MatterKind.DIRTY, MatterKind.LOCKED_OUT);

  private MatterRules() {}

  /** Whether an answer may still be given: until it is dealt with, and again when reopened. */
  public static boolean mayAnswer(Matter matter) {
    return matter.state().isOpen();
  }

  /** Whether who raised it may rate: what is dealt with, once for each time. */
  public static boolean mayRate(Matter matter) {
    return !matter.state().isOpen() && matter.rating().isEmpty();
  }

  /**
   * Whether everybody at the station is told that this is known, so that nobody tells it twice. Its
   * words are not shown.
   */
  public static boolean isKnownToAll(Matter matter) {
    return OF_THE_PLACE.contains(matter.kind()) && matter.state().isOpen();
  }

  /** Whether its last answer, too, may be read by everybody at the station. */
  public static boolean isAnswerForAll(Matter matter) {
    return isKnownToAll(matter) && matter.state() == MatterState.ANSWERED;
  }

  /**
   * Whether it stands on the public list of things found: from its answer until it is given back.
   */
  public static boolean isOnFoundList(Matter matter) {
    return matter.kind() == MatterKind.FOUND && matter.state() == MatterState.ANSWERED;
  }

  /** How many matters a day are taken from strangers at one station. */
  public static int perDayMax(MatterKind kind) {
    return kind == MatterKind.LOCKED_OUT
        ? PER_STATION_AND_DAY_MAX + LOCKED_OUT_MORE
        : PER_STATION_AND_DAY_MAX;
  }
}
