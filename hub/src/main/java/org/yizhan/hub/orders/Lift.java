package org.yizhan.hub.orders;

import org.jdbi.v3.core.Handle;
import org.yizhan.station.StationId;
import org.yizhan.wire.OrderKind;

/** The row that says under which higher number one station was given one of our versions. */
record Lift(StationId station, OrderKind kind, long version, long revision) {
  /** The number for this version, or 0 when the station needed none. */
  static long read(Handle handle, StationId station, OrderKind kind, long version) {
    return handle
        .createQuery(
            "SELECT revision FROM desired_lift"
                + " WHERE station = :station AND kind = :kind AND version = :version")
        .bind("station", station.value())
        .bind("kind", kind.name())
        .bind("version", version)
        .mapTo(Long.class)
        .findOne()
        .orElse(0L);
  }

  void write(Handle handle) {
    handle.execute(
        "INSERT INTO desired_lift (station, kind, version, revision) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (station, kind)"
            + " DO UPDATE SET version = excluded.version, revision = excluded.revision",
        station.value(),
        kind.name(),
        version,
        revision);
  }
}
