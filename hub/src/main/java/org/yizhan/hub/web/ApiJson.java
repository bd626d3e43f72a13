package org.yizhan.hub.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.stock.HowSure;
import org.yizhan.hub.stock.Outlook;
import org.yizhan.hub.stock.StockLevel;
import org.yizhan.hub.usage.HourlyVisits;
import org.yizhan.hub.web.view.Sentences;
import org.yizhan.hub.web.view.Standing;
import org.yizhan.hub.web.view.StationRow;
import org.yizhan.hub.web.view.Texts;
import org.yizhan.wire.Presence;

/** Readings as the API writes them; what is not known is null, never a default. */
final class ApiJson {
  private ApiJson() {}

  static JsonObject station(StationStatus status, Instant now, Texts t) {
    JsonArray reasons = new JsonArray();
    Sentences.reasons(status.usable()).forEach(reason -> reasons.add(code(reason)));
    Optional<Presence.Occupancy> inside = StationRow.currentOccupancy(status, now);
    return new JsonObject()
        .put("id", status.id().value())
        .put("name", t.of(status.name()))
        .put("place", status.place().toString())
        .put("zone", status.zone().getId())
        .put("usable", Standing.of(status.usable()).code())
        .put("why", String.join(" ", Sentences.why(status, now, t)))
        .put("reasons", reasons)
        .put("occupancy", inside.map(Presence.Occupancy::people).orElse(null))
        .put("occupancyConfidence", inside.map(Presence.Occupancy::confidencePercent).orElse(null))
        .put("connected", status.connected())
        .put("lastSeen", status.lastSeen().map(Instant::toString).orElse(null))
        .put("backlog", status.backlog().isPresent() ? status.backlog().getAsLong() : null);
  }

  static JsonObject stationInFull(
      StationStatus status, List<StockLevel> stock, Instant now, Texts t) {
    JsonObject json = station(status, now, t);
    Optional<Presence.Snapshot> latest =
        StationRow.isCurrent(status, now) ? status.latest() : Optional.empty();
    JsonArray faults = new JsonArray();
    latest.ifPresent(
        snapshot ->
            snapshot
                .faults()
                .forEach(
                    fault ->
                        faults.add(
                            new JsonObject()
                                .put("kind", code(fault.kind()))
                                .put("fixture", fault.fixture().value())
                                .put("sentence", Sentences.fault(fault.kind(), t)))));
    JsonArray items = new JsonArray();
    stock.forEach(level -> items.add(stock(level, t)));
    return json.put("door", latest.map(snapshot -> code(snapshot.door())).orElse(null))
        .put(
            "climate",
            latest.flatMap(Presence.Snapshot::climate).map(ApiJson::climate).orElse(null))
        .put("hardware", latest.map(snapshot -> code(snapshot.hardware())).orElse(null))
        .put("faults", faults)
        .put("stock", items);
  }

  private static JsonObject climate(Presence.Climate climate) {
    return new JsonObject()
        .put("celsius", climate.temperature().degrees())
        .put("relativeHumidity", climate.humidity().percent());
  }

  private static JsonObject stock(StockLevel level, Texts t) {
    JsonObject json =
        new JsonObject()
            .put("item", level.item().value())
            .put("name", t.of(level.name()))
            .put("units", level.units().isPresent() ? level.units().getAsInt() : null)
            .put("minimum", level.minimum())
            .put("target", level.target())
            .put("inSeason", level.inSeason())
            .put("how", level.how().map(ApiJson::code).orElse(null))
            .put("asOf", level.asOf().map(Instant::toString).orElse(null));
    return sure(json, level);
  }

  private static JsonObject sure(JsonObject json, StockLevel level) {
    Optional<HowSure> sure = level.outlook().flatMap(Outlook::sure);
    if (level.units().isEmpty() || sure.isEmpty()) {
      return json.putNull("sure").putNull("unitsP10").putNull("unitsP90");
    }
    int units = level.units().getAsInt();
    return switch (sure.get()) {
      case HowSure.Exact _ ->
          json.put("sure", "exact").put("unitsP10", units).put("unitsP90", units);
      case HowSure.Between(int low, int high) ->
          json.put("sure", "between").put("unitsP10", low).put("unitsP90", high);
      case HowSure.MaybeFewer _ ->
          json.put("sure", "maybe-fewer").putNull("unitsP10").put("unitsP90", units);
      case HowSure.Unsure _ -> json.put("sure", "unsure").putNull("unitsP10").putNull("unitsP90");
    };
  }

  static JsonObject hour(HourlyVisits hour) {
    return new JsonObject()
        .put("hour", hour.hour().toString())
        .put("visits", hour.visits())
        .put("passAndDoor", hour.passAndDoor())
        .put("passOnly", hour.passOnly())
        .put("sensorOnly", hour.sensorOnly());
  }

  private static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
