package org.yizhan.hub.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yizhan.hub.catalogue.Catalogue;
import org.yizhan.hub.catalogue.CatalogueItem;
import org.yizhan.hub.catalogue.Recalls;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.people.Volunteer;
import org.yizhan.hub.rounds.Round;
import org.yizhan.hub.stock.Outlook;
import org.yizhan.hub.stock.StockLevel;
import org.yizhan.hub.web.view.Pictogram;
import org.yizhan.hub.web.view.Sentences;
import org.yizhan.hub.web.view.Standing;
import org.yizhan.hub.web.view.Texts;
import org.yizhan.station.ItemCode;

/** A shelf as a phone is told of it. */
final class ShelfJson {
  private ShelfJson() {}

  static JsonObject shelf(
      StationStatus station,
      List<StockLevel> stock,
      List<Recalls.Wanted> recalled,
      Catalogue catalogue,
      Instant now,
      Texts t) {
    Map<ItemCode, CatalogueItem> goods = catalogue.items();
    LocalDate today = now.atZone(station.zone()).toLocalDate();
    JsonArray items = new JsonArray();
    stock.stream()
        .filter(level -> level.inSeason() || level.units().orElse(0) > 0)
        .forEach(
            level ->
                items.add(
                    item(level, recalled, Optional.ofNullable(goods.get(level.item())), today, t)));
    JsonObject barcodes = new JsonObject();
    catalogue.barcodes().forEach((barcode, item) -> barcodes.put(barcode, item.value()));
    return new JsonObject()
        .put(
            "station",
            new JsonObject()
                .put("id", station.id().value())
                .put("name", t.of(station.name()))
                .put("place", t.of(station.place()))
                .put("usable", Standing.of(station.usable()).code())
                .put("why", String.join(" ", Sentences.why(station, now, t))))
        .put("at", now.toEpochMilli())
        .put("items", items)
        .put("barcodes", barcodes);
  }

  private static JsonObject item(
      StockLevel level,
      List<Recalls.Wanted> recalled,
      Optional<CatalogueItem> goods,
      LocalDate today,
      Texts t) {
    return new JsonObject()
        .put("code", level.item().value())
        .put("name", t.of(level.name()))
        .put("unit", goods.map(item -> t.of(item.unit())).orElse(""))
        .put("picture", Pictogram.of(goods).character())
        .put("symbol", Pictogram.of(goods).symbol())
        .put("pack", goods.map(CatalogueItem::pack).orElse(1))
        .put("expires", goods.map(CatalogueItem::expires).orElse(false))
        .put("units", level.units().isPresent() ? level.units().getAsInt() : null)
        .put("minimum", level.minimum())
        .put("target", level.target())
        .put("toBring", level.toBring())
        .put("missing", level.isBelowMinimum())
        .put("how", level.how().map(how -> how.name().toLowerCase(Locale.ROOT)).orElse(null))
        .put("shelf", level.shelf().orElse(null))
        .put("asOf", level.asOf().map(Instant::toEpochMilli).orElse(null))
        .put(
            "sure",
            Sentences.sure(level, goods.map(item -> t.of(item.unit())).orElse(""), t).orElse(null))
        .put("doubt", toMind(level, recalled, today, t));
  }

  /**
   * What somebody at the shelf should know: a lot called back, what may be handed out no longer,
   * what does not fit together.
   */
  private static @Nullable String toMind(
      StockLevel level, List<Recalls.Wanted> recalled, LocalDate today, Texts t) {
    List<String> sentences = new ArrayList<>();
    recalled.stream()
        .filter(wanted -> wanted.item().equals(level.item()))
        .forEach(wanted -> sentences.add(t.say("shelf.recalled", wanted.lot().value())));
    level
        .outlook()
        .flatMap(Outlook::expiring)
        .filter(first -> first.day().isBefore(today))
        .ifPresent(
            first -> sentences.add(t.say("shelf.expired", first.units(), t.date(first.day()))));
    level.contradiction().ifPresent(doubt -> sentences.add(Sentences.doubt(doubt, t)));
    return sentences.isEmpty() ? null : String.join(" ", sentences);
  }

  /** An open round as somebody sees who was not let in here: that there is one, not whose. */
  static JsonObject roundOfSomebody(Round round, Instant now) {
    return new JsonObject()
        .put("mine", false)
        .put("claimed", round.claimed().toEpochMilli())
        .put("due", round.due().toEpochMilli())
        .put("overdue", round.isOverdue(now));
  }

  static JsonObject round(Round round, Optional<Volunteer> who, Instant now) {
    return new JsonObject()
        .put("id", round.id())
        .put("by", round.by())
        .put("mine", who.filter(v -> v.number() == round.volunteer()).isPresent())
        .put("claimed", round.claimed().toEpochMilli())
        .put("due", round.due().toEpochMilli())
        .put("overdue", round.isOverdue(now))
        .put("photos", round.photos());
  }
}
