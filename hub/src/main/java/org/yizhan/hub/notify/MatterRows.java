package org.yizhan.hub.notify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.yizhan.hub.notice.Escalation;
import org.yizhan.hub.notice.MatterKey;
import org.yizhan.hub.notice.NoticeKind;
import org.yizhan.hub.notice.Saying;
import org.yizhan.hub.notice.Urgency;
import org.yizhan.station.StationId;

/** What stands, as the tables have it. */
final class MatterRows {
  private static final int ROWS_MAX = 1_000;

  private static final String STANDING =
      "SELECT key, kind, station, urgent, title_zh, title_en, text_zh, text_en, link,"
          + " began_ms, acknowledged_ms, acknowledged_by, step, step_due_ms,"
          + " (SELECT group_concat(name, ' ') FROM (SELECT DISTINCT c.name FROM notice n"
          + " JOIN notice_channel c ON c.number = n.channel WHERE n.matter = m.number"
          + " ORDER BY c.name)) AS told FROM notice_matter m WHERE over_ms IS NULL";

  private static final String URGENT_FIRST =
      " ORDER BY urgent DESC, began_ms, number LIMIT " + ROWS_MAX;

  private MatterRows() {}

  /** What stands at or below a place, the urgent first, then the oldest; empty is everywhere. */
  static List<StandingMatter> standing(Handle handle, String place) {
    return handle
        .createQuery(
            STANDING
                + " AND (:place = '' OR place = :place"
                + " OR (place >= :place || '/' AND place < :place || '0'))"
                + URGENT_FIRST)
        .bind("place", place)
        .map((row, context) -> matter(row))
        .list();
  }

  /** What stands at these stations, of which there is one at least. */
  static List<StandingMatter> standing(Handle handle, Collection<StationId> stations) {
    return handle
        .createQuery(STANDING + " AND station IN (<stations>)" + URGENT_FIRST)
        .bindList("stations", stations.stream().map(StationId::value).toList())
        .map((row, context) -> matter(row))
        .list();
  }

  private static StandingMatter matter(ResultSet row) throws SQLException {
    NoticeKind kind = NoticeKind.valueOf(row.getString("kind"));
    @Nullable String told = row.getString("told");
    return new StandingMatter(
        new MatterKey(row.getString("key")),
        kind,
        new StationId(row.getString("station")),
        row.getBoolean("urgent") ? Urgency.URGENT : Urgency.CALM,
        new Saying(row.getString("title_zh"), row.getString("title_en")),
        new Saying(row.getString("text_zh"), row.getString("text_en")),
        row.getString("link"),
        Instant.ofEpochMilli(row.getLong("began_ms")),
        told == null ? List.of() : List.of(told.split(" ")), // names have no spaces
        acknowledged(row),
        next(kind, row.getInt("step"), instant(row, "step_due_ms")));
  }

  private static Optional<StandingMatter.Acknowledged> acknowledged(ResultSet row)
      throws SQLException {
    Optional<String> by = Optional.ofNullable(row.getString("acknowledged_by"));
    return instant(row, "acknowledged_ms").map(at -> new StandingMatter.Acknowledged(at, by));
  }

  private static Optional<StandingMatter.Next> next(
      NoticeKind kind, int step, Optional<Instant> due) {
    return Escalation.of(kind)
        .role(step)
        .flatMap(role -> due.map(at -> new StandingMatter.Next(role, at)));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    long ms = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(ms));
  }
}
