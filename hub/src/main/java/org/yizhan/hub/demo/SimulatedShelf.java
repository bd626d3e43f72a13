package org.yizhan.hub.demo;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * What simulated volunteers find on a shelf and put there, as entries of a phone. What a scale
 * weighs they leave to the scale.
 */
final class SimulatedShelf {
  private static final int COUNTED_EVERY_DAYS = 2;
  private static final int TARGET_LASTS_DAYS = 10;

  /** In the last days nobody came by with a box: something is missing now. */
  private static final int NOT_FILLED_DAYS = 4;

  /** Goods are bought with so many days left on the package: some will not be used in time. */
  private static final int GOOD_FOR_DAYS_LEAST = 20;

  private static final int GOOD_FOR_DAYS_MOST = 300;

  private final JsonObject shelf;
  private final Set<String> lent;
  private final Instant now;
  private final RandomGenerator random;

  /**
   * @param shelf what the hub tells a phone of it
   * @param lent items that are lent: nobody uses them up, so nobody fills them up
   */
  SimulatedShelf(JsonObject shelf, Set<String> lent, Instant now, RandomGenerator random) {
    this.shelf = shelf;
    this.lent = lent;
    this.now = now;
    this.random = random;
  }

  /** Whether a person who is not simulated is on the way. */
  boolean isSomebodyElses() {
    JsonObject round = shelf.getJsonObject("round");
    return round != null && !round.getBoolean("mine");
  }

  private List<JsonObject> items() {
    return shelf.getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .filter(item -> !lent.contains(item.getString("code")))
        .toList();
  }

  private List<JsonObject> counted() {
    return items().stream().filter(item -> !"scale".equals(item.getString("how"))).toList();
  }

  /**
   * Counts of the past days, item by item, of those nobody knows anything of: every other day, and
   * filled up when little was left.
   *
   * @param days 1 to 30
   */
  List<List<JsonObject>> past(int days) {
    List<List<JsonObject>> all = new ArrayList<>();
    for (JsonObject item : items()) {
      if (item.getString("how") == null) {
        all.add(past(item, days, all.isEmpty()));
      }
    }
    return all;
  }

  private List<JsonObject> past(JsonObject item, int days, boolean scarce) {
    List<JsonObject> entries = new ArrayList<>();
    int target = item.getInteger("target");
    int minimum = item.getInteger("minimum");
    int level = 0; // the first time there is nothing yet
    for (int day = days; day >= 1; day -= COUNTED_EVERY_DAYS) {
      if (day < days) {
        level = Math.max(0, level - used(target));
      }
      if (scarce && day <= COUNTED_EVERY_DAYS) {
        level = Math.min(level, minimum / 2);
      }
      Instant at = now.minus(Duration.ofDays(day));
      JsonObject entry = entry(item).put("found", level).put("at", at.toEpochMilli());
      if (day == days || (level < minimum && day > NOT_FILLED_DAYS)) {
        fill(entry, item, target, at);
        level = target;
      }
      entries.add(entry);
    }
    return entries;
  }

  private int used(int target) {
    double usual = (double) target / TARGET_LASTS_DAYS * COUNTED_EVERY_DAYS;
    return (int) Math.round(Math.max(0, usual + Math.sqrt(usual) * random.nextGaussian() / 2));
  }

  /** Counted now: a little fewer than before. */
  List<JsonObject> someTaken() {
    return counted().stream()
        .map(
            item -> {
              int there = item.getInteger("units", item.getInteger("target"));
              int most = Math.max(1, item.getInteger("target") / TARGET_LASTS_DAYS);
              return entry(item).put("found", Math.max(0, there - random.nextInt(most + 1)));
            })
        .toList();
  }

  /** Counted now and filled up to the target. */
  List<JsonObject> filled() {
    List<JsonObject> entries = new ArrayList<>();
    for (JsonObject item : counted()) {
      JsonObject entry = entry(item);
      Integer units = item.getInteger("units");
      if (units != null) {
        entry.put("found", units);
      }
      int target = item.getInteger("target");
      entries.add(fill(entry, item, units == null ? target : Math.max(units, target), now));
    }
    return entries;
  }

  private JsonObject fill(JsonObject entry, JsonObject item, int upTo, Instant at) {
    if (item.getBoolean("expires")) {
      LocalDate bought = at.atOffset(ZoneOffset.UTC).toLocalDate();
      int goodFor = random.nextInt(GOOD_FOR_DAYS_LEAST, GOOD_FOR_DAYS_MOST);
      LocalDate lastDay = bought.plusDays(goodFor);
      entry.put("expires", lastDay.toString());
      entry.put("lot", "SIM-" + lastDay.format(DateTimeFormatter.BASIC_ISO_DATE));
    }
    return entry.put("now", upTo);
  }

  private static JsonObject entry(JsonObject item) {
    return new JsonObject().put("item", item.getString("code"));
  }
}
