package org.yizhan.hub.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.yizhan.wire.Presence;
import org.yizhan.wire.WireCodec;

/** The latest word of each station, in table {@code presence}. */
final class PresenceRows implements AutoCloseable {
  private final PreparedStatement keep;
  private final PreparedStatement gone;
  private final PreparedStatement allGone;

  PresenceRows(Connection connection) throws SQLException {
    keep =
        connection.prepareStatement(
            "INSERT INTO presence (station, connection, connected, heard_ms, body)"
                + " VALUES (?, ?, 1, ?, ?) ON CONFLICT DO UPDATE SET connection ="
                + " excluded.connection, connected = 1, heard_ms = excluded.heard_ms, body ="
                + " excluded.body");
    gone =
        connection.prepareStatement(
            "UPDATE presence SET connected = 0 WHERE station = ? AND connection = ?");
    allGone = connection.prepareStatement("UPDATE presence SET connected = 0 WHERE connected = 1");
  }

  void keep(int station, Presence presence, long nowMs) throws SQLException {
    switch (presence) {
      case Presence.Online online -> {
        keep.setInt(1, station);
        keep.setLong(2, online.connection());
        keep.setLong(3, nowMs);
        keep.setBytes(4, WireCodec.writePresence(online));
        keep.executeUpdate();
      }
      case Presence.Gone lastWill -> {
        // a will of an older connection finds no row: a living station is not marked dead
        gone.setInt(1, station);
        gone.setLong(2, lastWill.connection());
        gone.executeUpdate();
      }
    }
  }

  /** After a start of the hub nobody is connected yet, whatever the last run wrote. */
  void nobodyIsConnected() throws SQLException {
    allGone.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    keep.close();
    gone.close();
    allGone.close();
  }
}
