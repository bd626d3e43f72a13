package org.yizhan.wire;

/** What somebody has to say of a station. */
public enum MatterKind {
  /** Something there does not work. */
  BROKEN,
  /** Goods are missing, spoilt or past their day. */
  SUPPLIES,
  /** It is dirty. */
  DIRTY,
  /** The door did not open, or the station was chained shut. */
  LOCKED_OUT,
  /** Something was left behind and lies there. */
  FOUND,
  /** Somebody misses something they may have left there. */
  LOST,
  /** Something that would make the station better. */
  WISH,
  OTHER
}
