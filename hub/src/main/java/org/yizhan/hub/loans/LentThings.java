package org.yizhan.hub.loans;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.yizhan.hub.store.sqlite.HubDatabase;
import org.yizhan.hub.store.sqlite.Profiles;
import org.yizhan.station.BilingualText;
import org.yizhan.station.ItemCode;
import org.yizhan.station.StationId;
import org.yizhan.station.StationProfile;
import org.yizhan.station.SupplyItem;
import org.yizhan.wire.TagCode;

/** The register of things that are lent: which there are, and where each is by what was told. */
public final class LentThings {
  /** Things made at once, and of one item at one station. */
  public static final int MADE_AT_ONCE_MAX = 100;

  public static final int PER_ITEM_MAX = 500;

  /** For a thing whose item the profile lends no more. */
  private static final Duration USUALLY_BACK_WITHIN = Duration.ofDays(2);

  private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int TAG_LENGTH = 10;
  private static final SecureRandom RANDOM = new SecureRandom();

  private static final String THING =
      "SELECT t.tag, s.id, t.item, t.number, t.made_ms, t.retired_ms, t.lost, t.turned_up_ms,"
          + " e.at_ms, e.fact, e.back_by_ms FROM lent_thing t JOIN station s ON s.number = t.station"
          + " LEFT JOIN loan_event e ON e.tag = t.tag AND (e.at_ms, e.fact) = (SELECT l.at_ms,"
          + " l.fact FROM loan_event l WHERE l.tag = t.tag ORDER BY l.at_ms DESC, l.fact DESC"
          + " LIMIT 1)";

  private static final String OF_ITEM =
      " FROM lent_thing t JOIN station s ON s.number = t.station WHERE s.id = ? AND t.item = ?";

  private final HubDatabase database;
  private final InstantSource clock;
  private final Profiles profiles = new Profiles();

  public LentThings(HubDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The thing with this tag, retired or not. */
  public Optional<Thing> find(TagCode tag) {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .select(THING + " WHERE t.tag = ?", tag.value())
                    .map((row, context) -> thing(row))
                    .findOne());
  }

  /** Every thing of a station, by item and number, retired ones last. */
  public List<Thing> at(StationId station) {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .select(
                        THING
                            + " WHERE s.id = ? ORDER BY t.retired_ms IS NOT NULL, t.item, t.number",
                        station.value())
                    .map((row, context) -> thing(row))
                    .list());
  }

  /** Stations that lend something by now, by id. */
  public List<StationId> stations() {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .select(
                        "SELECT DISTINCT s.id FROM lent_thing t JOIN station s ON s.number ="
                            + " t.station WHERE s.retired_ms IS NULL ORDER BY s.id")
                    .map((row, context) -> new StationId(row.getString(1)))
                    .list());
  }

  private static Thing thing(ResultSet row) throws SQLException {
    long retiredMs = row.getLong(6);
    Optional<Thing.Retired> retired =
        row.wasNull()
            ? Optional.empty()
            : Optional.of(new Thing.Retired(Instant.ofEpochMilli(retiredMs), row.getBoolean(7)));
    long turnedUpMs = row.getLong(8);
    Optional<Instant> turnedUp =
        row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(turnedUpMs));
    return new Thing(
        new TagCode(row.getString(1)),
        new StationId(row.getString(2)),
        new ItemCode(row.getString(3)),
        row.getInt(4),
        Instant.ofEpochMilli(row.getLong(5)),
        retired,
        turnedUp,
        event(row));
  }

  private static Optional<LoanEvent> event(ResultSet row) throws SQLException {
    long atMs = row.getLong(9);
    if (row.wasNull()) {
      return Optional.empty();
    }
    long fact = row.getLong(10);
    long backByMs = row.getLong(11);
    return Optional.of(
        new LoanEvent(
            atMs, fact, row.wasNull() ? OptionalLong.empty() : OptionalLong.of(backByMs)));
  }

  /**
   * What a station lends: the items its profile says are lent, in its order, whether or not there
   * is a thing of them yet; then what there is besides.
   */
  public List<Loanable> loanables(StationId station) {
    Map<ItemCode, List<Thing>> things = new LinkedHashMap<>();
    at(station)
        .forEach(each -> things.computeIfAbsent(each.item(), _ -> new ArrayList<>()).add(each));
    List<Loanable> loanables = new ArrayList<>();
    for (SupplyItem item : profile(station).map(StationProfile::supplies).orElse(List.of())) {
      List<Thing> ofItem = things.getOrDefault(item.code(), List.of());
      if (item.terms() instanceof SupplyItem.Lent(Duration backWithin)) {
        loanables.add(loanable(item.code(), item.name(), backWithin, ofItem));
        things.remove(item.code());
      }
    }
    things.forEach(
        (code, ofItem) ->
            loanables.add(loanable(code, nameOf(station, code), USUALLY_BACK_WITHIN, ofItem)));
    return loanables;
  }

  private static Loanable loanable(
      ItemCode item, BilingualText name, Duration backWithin, List<Thing> things) {
    return new Loanable(
        item,
        name,
        backWithin,
        things.stream().filter(thing -> thing.retired().isEmpty()).toList(),
        (int)
            things.stream()
                .filter(t -> t.retired().filter(Thing.Retired::lost).isPresent())
                .count());
  }

  /** What a station calls an item: by its profile, else as the catalogue does. */
  public BilingualText nameOf(StationId station, ItemCode item) {
    return supply(station, item)
        .map(SupplyItem::name)
        .or(() -> catalogueName(item))
        .orElseGet(() -> new BilingualText(item.value(), item.value()));
  }

  private Optional<BilingualText> catalogueName(ItemCode item) {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .select(
                        "SELECT name_zh, name_en FROM catalogue_item WHERE code = ?", item.value())
                    .map((row, context) -> new BilingualText(row.getString(1), row.getString(2)))
                    .findOne());
  }

  /** How long somebody may keep one. */
  public Duration backWithin(StationId station, ItemCode item) {
    return supply(station, item)
        .map(SupplyItem::terms)
        .filter(SupplyItem.Lent.class::isInstance)
        .map(terms -> ((SupplyItem.Lent) terms).backWithin())
        .orElse(USUALLY_BACK_WITHIN);
  }

  private Optional<SupplyItem> supply(StationId station, ItemCode item) {
    return profile(station).map(StationProfile::supplies).orElse(List.of()).stream()
        .filter(each -> each.code().equals(item))
        .findFirst();
  }

  private Optional<StationProfile> profile(StationId station) {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .select(
                        "SELECT number, profile_yaml FROM station WHERE id = ?", station.value())
                    .map((row, context) -> profiles.read(row.getInt(1), row.getString(2)))
                    .findOne())
        .flatMap(found -> found);
  }

  /** The things that a form made, in order. */
  List<Thing> madeBy(Once once) {
    List<String> tags =
        database
            .reader()
            .withHandle(
                handle ->
                    handle
                        .select(
                            "SELECT tag FROM lent_thing WHERE form = ? ORDER BY number",
                            once.key().value())
                        .mapTo(String.class)
                        .list());
    return tags.stream().flatMap(tag -> find(new TagCode(tag)).stream()).toList();
  }

  /** Whether so many more of one item are not more than {@link #PER_ITEM_MAX}. */
  boolean isRoomFor(StationId station, ItemCode item, int count) {
    int inUse =
        database
            .reader()
            .withHandle(
                handle ->
                    handle
                        .select(
                            "SELECT count(*)" + OF_ITEM + " AND t.retired_ms IS NULL",
                            station.value(),
                            item.value())
                        .mapTo(Integer.class)
                        .one());
    return inUse + count <= PER_ITEM_MAX;
  }

  /** Makes tags for things of one item, numbered after those there are. */
  List<TagCode> make(Handle handle, StationId station, ItemCode item, int count, Once once) {
    int last =
        handle
            .select("SELECT coalesce(max(t.number), 0)" + OF_ITEM, station.value(), item.value())
            .mapTo(Integer.class)
            .one();
    List<TagCode> tags = new ArrayList<>();
    for (int number = last + 1; number <= last + count; number++) {
      TagCode tag = draw();
      handle.execute(
          "INSERT INTO lent_thing (tag, station, item, number, made_ms, form)"
              + " SELECT ?, number, ?, ?, ?, ? FROM station WHERE id = ?",
          tag.value(),
          item.value(),
          number,
          clock.millis(),
          once.key().value(),
          station.value());
      tags.add(tag);
    }
    return tags;
  }

  private static TagCode draw() {
    StringBuilder tag = new StringBuilder();
    for (int i = 0; i < TAG_LENGTH; i++) {
      tag.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return new TagCode(tag.toString());
  }

  static void retire(Handle handle, TagCode tag, boolean lost, Instant at) {
    handle.execute(
        "UPDATE lent_thing SET retired_ms = ?, lost = ?, turned_up_ms = NULL WHERE tag = ?",
        at.toEpochMilli(),
        lost ? 1 : 0,
        tag.value());
  }

  static void useAgain(Handle handle, TagCode tag) {
    handle.execute(
        "UPDATE lent_thing SET retired_ms = NULL, lost = 0, turned_up_ms = NULL WHERE tag = ?",
        tag.value());
  }

  /** How many retired things of a station somebody scanned. */
  public int turnedUp(StationId station) {
    return (int) at(station).stream().filter(thing -> thing.turnedUp().isPresent()).count();
  }

  static void turnedUp(Handle handle, TagCode tag, Instant at) {
    handle.execute(
        "UPDATE lent_thing SET turned_up_ms = ? WHERE tag = ? AND retired_ms IS NOT NULL",
        at.toEpochMilli(),
        tag.value());
  }
}
