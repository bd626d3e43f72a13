package org.yizhan.station;

/** A place in the text of a profile: line and column from 1, and the path of keys down to it. */
record Spot(int line, int column, String path) {
  static final Spot TOP = new Spot(1, 1, "");

  Spot below(String key) {
    return new Spot(line, column, path.isEmpty() ? key : path + "." + key);
  }
}
