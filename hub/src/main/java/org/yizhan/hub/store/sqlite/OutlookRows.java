package org.yizhan.hub.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.yizhan.hub.forecast.DaysLeft;
import org.yizhan.hub.forecast.DemandSeries;
import org.yizhan.hub.stock.HowSure;
import org.yizhan.hub.stock.Movement;
import org.yizhan.hub.stock.Outlook;
import org.yizhan.station.ItemCode;
import org.yizhan.station.StationProfile;

/**
 * Keeps the outlook of every item up to date: reckoned anew when something of it moved and each
 * day, a few hundred at a time, so that facts never wait long.
 */
public final class OutlookRows {
  /** Items reckoned in one transaction. */
  private static final int ITEMS_PER_TURN = 200;

  private final HubDatabase database;
  private final Profiles profiles = new Profiles();

  public OutlookRows(HubDatabase database) {
    this.database = database;
  }

  private record Due(
      int station, ItemCode item, int units, ZoneId zone, long heardMs, int withheldDays) {}

  private record Reckoned(Due due, LocalDate today, Outlook outlook) {}

  /**
   * Reckons everything that is due.
   *
   * @return how many items
   */
  public int refresh(Instant now) {
    int all = 0;
    int turn = ITEMS_PER_TURN;
    while (turn == ITEMS_PER_TURN) {
      turn = refreshSome(now);
      all += turn;
    }
    return all;
  }

  private int refreshSome(Instant now) {
    List<Reckoned> reckoned =
        database
            .reader()
            .withHandle(
                handle -> {
                  List<Reckoned> outlooks = new ArrayList<>();
                  for (Due due : due(handle, now)) {
                    LocalDate today = now.atZone(due.zone()).toLocalDate();
                    outlooks.add(
                        new Reckoned(
                            due,
                            today,
                            Outlook.of(
                                movements(handle, due, now),
                                due.units(),
                                heard(due, today),
                                due.zone(),
                                today,
                                due.withheldDays())));
                  }
                  return outlooks;
                });
    if (!reckoned.isEmpty()) {
      database.change(handle -> reckoned.forEach(each -> keep(handle, each)));
    }
    return reckoned.size();
  }

  private static LocalDate heard(Due due, LocalDate today) {
    LocalDate day = Instant.ofEpochMilli(due.heardMs()).atZone(due.zone()).toLocalDate();
    return day.isAfter(today) ? today : day;
  }

  private List<Due> due(Handle handle, Instant now) {
    // the earliest local day on earth that is still today somewhere decides; profiles say which
    return handle
        .createQuery(
            "SELECT l.station, l.item, l.units, s.profile_yaml, iif(p.connected, :now,"
                + " max(l.as_of_ms, coalesce(p.heard_ms, 0))),"
                + " coalesce(c.withheld_days, 0) FROM stock_level l"
                + " JOIN station s ON s.number = l.station"
                + " LEFT JOIN presence p ON p.station = l.station"
                + " LEFT JOIN catalogue_item c ON c.code = l.item"
                + " LEFT JOIN stock_outlook o ON o.station = l.station AND o.item = l.item"
                + " WHERE l.units IS NOT NULL AND s.retired_ms IS NULL"
                + " AND (o.day IS NULL OR o.day < :today) LIMIT :most")
        .bind("today", now.atZone(SqliteReadings.USUAL_ZONE).toLocalDate().toEpochDay())
        .bind("now", now.toEpochMilli())
        .bind("most", ITEMS_PER_TURN)
        .map(
            (row, context) ->
                new Due(
                    row.getInt(1),
                    new ItemCode(row.getString(2)),
                    row.getInt(3),
                    profiles
                        .read(row.getInt(1), row.getString(4))
                        .map(StationProfile::zone)
                        .orElse(SqliteReadings.USUAL_ZONE),
                    row.getLong(5),
                    row.getInt(6)))
        .list();
  }

  private static List<Movement> movements(Handle handle, Due due, Instant now) {
    return handle
        .createQuery(
            "SELECT kind, at_ms, fact, units, lot, expires, reason FROM stock_movement"
                + " WHERE station = :station AND item = :item AND at_ms >= :from")
        .bind("station", due.station())
        .bind("item", due.item().value())
        .bind("from", now.toEpochMilli() - DemandSeries.DAYS_MAX * 86_400_000L)
        .map((row, context) -> StockRows.movement(due.item(), row))
        .list();
  }

  private static void keep(Handle handle, Reckoned reckoned) {
    Outlook outlook = reckoned.outlook();
    DaysLeft left = outlook.daysLeft();
    Optional<DaysLeft.Known> known =
        left instanceof DaysLeft.Known some ? Optional.of(some) : Optional.empty();
    // an item that moved meanwhile is reckoned once more, as is one whose rule changed
    long day = reckoned.today().toEpochDay();
    Optional<Outlook.Expiring> expiring = outlook.expiring();
    handle.execute(
        "INSERT OR REPLACE INTO stock_outlook (station, item, day, known, p10, p50, p90,"
            + " days_known, expires, expiring, unused, low, high) SELECT station, item,"
            + " iif(units = ? AND ? = coalesce((SELECT withheld_days FROM catalogue_item"
            + " WHERE code = item), 0), ?, 0), ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM stock_level"
            + " WHERE station = ? AND item = ?",
        reckoned.due().units(),
        reckoned.due().withheldDays(),
        day,
        knownCode(left),
        known.map(DaysLeft.Known::p10).map(OutlookRows::orNull).orElse(null),
        known.map(DaysLeft.Known::p50).map(OutlookRows::orNull).orElse(null),
        known.map(DaysLeft.Known::p90).map(OutlookRows::orNull).orElse(null),
        detail(left),
        expiring.map(first -> first.day().toEpochDay()).orElse(null),
        expiring.map(Outlook.Expiring::units).orElse(null),
        expiring.flatMap(Outlook.Expiring::unused).orElse(null),
        low(outlook, reckoned.due().units()),
        high(outlook, reckoned.due().units()),
        reckoned.due().station(),
        reckoned.due().item().value());
  }

  private static @Nullable Integer orNull(OptionalInt days) {
    return days.isPresent() ? days.getAsInt() : null;
  }

  private static @Nullable Integer low(Outlook outlook, int units) {
    return switch (outlook.sure().orElse(new HowSure.Unsure())) {
      case HowSure.Exact _ -> units;
      case HowSure.Between(int low, int _) -> low;
      case HowSure.MaybeFewer _, HowSure.Unsure _ -> null;
    };
  }

  private static @Nullable Integer high(Outlook outlook, int units) {
    return switch (outlook.sure().orElse(new HowSure.Unsure())) {
      case HowSure.Exact _, HowSure.MaybeFewer _ -> units;
      case HowSure.Between(int _, int high) -> high;
      case HowSure.Unsure _ -> null;
    };
  }

  private static HowSure sure(OptionalInt low, OptionalInt high, int units) {
    if (high.isEmpty()) {
      return new HowSure.Unsure();
    }
    if (low.isEmpty()) {
      return new HowSure.MaybeFewer();
    }
    return low.getAsInt() == units && high.getAsInt() == units
        ? new HowSure.Exact()
        : new HowSure.Between(low.getAsInt(), high.getAsInt());
  }

  private static int knownCode(DaysLeft left) {
    return switch (left) {
      case DaysLeft.Known _ -> 1;
      case DaysLeft.TooLittleKnown _ -> 0;
      case DaysLeft.KnownTooLongAgo _ -> -1;
    };
  }

  /** Days known, or the day up to which it was known. */
  private static long detail(DaysLeft left) {
    return switch (left) {
      case DaysLeft.Known _ -> 0;
      case DaysLeft.TooLittleKnown(int daysKnown) -> daysKnown;
      case DaysLeft.KnownTooLongAgo(LocalDate end) -> end.toEpochDay();
    };
  }

  /**
   * Reads {@code known, p10, p50, p90, days_known, expires, expiring, unused, day, low, high} from
   * a place on.
   *
   * @param units the level
   */
  static Optional<Outlook> read(ResultSet row, int from, int units) throws SQLException {
    int known = row.getInt(from);
    if (row.wasNull()) {
      return Optional.empty();
    }
    DaysLeft left =
        switch (known) {
          case 1 ->
              new DaysLeft.Known(
                  nullable(row, from + 1), nullable(row, from + 2), nullable(row, from + 3));
          case 0 -> new DaysLeft.TooLittleKnown(row.getInt(from + 4));
          default -> new DaysLeft.KnownTooLongAgo(LocalDate.ofEpochDay(row.getLong(from + 4)));
        };
    long expires = row.getLong(from + 5);
    Optional<Outlook.Expiring> expiring =
        row.wasNull()
            ? Optional.empty()
            : Optional.of(
                new Outlook.Expiring(
                    LocalDate.ofEpochDay(expires),
                    row.getInt(from + 6),
                    nullable(row, from + 7).stream().boxed().findFirst()));
    Optional<HowSure> sure =
        row.getLong(from + 8) == 0
            ? Optional.empty()
            : Optional.of(sure(nullable(row, from + 9), nullable(row, from + 10), units));
    return Optional.of(new Outlook(left, expiring, sure));
  }

  private static OptionalInt nullable(ResultSet row, int column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
  }
}
