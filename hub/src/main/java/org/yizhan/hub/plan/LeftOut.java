package org.yizhan.hub.plan;

import org.yizhan.station.StationId;

/** A station that nobody goes to on the planned day, and why. */
public record LeftOut(StationId station, Reason reason) {
  /** The first of these that holds. */
  public enum Reason {
    /** It has what it needs, and no round that goes anyway passes near enough. */
    ABOVE_MINIMUM,
    /** Nobody has said where it stands: the profile's {@code at} is missing. */
    NO_POSITION,
    /** On that day it is not open, or not as long as the work takes. */
    NOT_OPEN,
    /** Nobody drives on that day. */
    NO_CARRIER,
    /** It needs more than any vehicle holds; {@link Stop#asFarAsFits} asks for a part instead. */
    TOO_LARGE,
    /**
     * No carrier that holds its load could go there, work and be back in time, even for it alone.
     */
    OUT_OF_REACH,
    /** The carriers' room or time is taken by stations that are as urgent or more so. */
    LESS_URGENT
  }
}
