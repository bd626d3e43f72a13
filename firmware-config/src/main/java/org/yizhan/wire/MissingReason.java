package org.yizhan.wire;

/** Why a range of numbers carries no facts. */
public enum MissingReason {
  /** The queue or the card was full; telemetry goes first. */
  SHED,
  /** Older than the journal keeps. */
  EXPIRED,
  /** The card gave back bytes whose checksum is wrong. */
  UNREADABLE
}
