package org.yizhan.hub.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.yizhan.hub.store.sqlite.HubDatabase;
import org.yizhan.pass.Sha256;
import org.yizhan.station.BilingualText;
import org.yizhan.station.ItemCode;
import org.yizhan.station.SupplyItem.Season;

/** The union's list of goods, with the barcodes of their packages. */
public final class Catalogue {
  public static final int ITEMS_MAX = 500;
  public static final int BARCODES_PER_ITEM_MAX = 20;

  private static final String ITEMS =
      "SELECT code, name_zh, name_en, unit_zh, unit_en, pack, millilitres, picture, expires,"
          + " withheld_days, seasons, minimum, target FROM catalogue_item";

  private final HubDatabase database;

  public Catalogue(HubDatabase database) {
    this.database = database;
  }

  /** All items, by code. */
  public Map<ItemCode, CatalogueItem> items() {
    return database
        .reader()
        .withHandle(
            handle ->
                handle.select(ITEMS + " ORDER BY code").map((row, context) -> item(row)).stream()
                    .collect(
                        Collectors.toMap(
                            CatalogueItem::code, i -> i, (one, _) -> one, LinkedHashMap::new)));
  }

  public Optional<CatalogueItem> item(ItemCode code) {
    return database.reader().withHandle(handle -> item(handle, code));
  }

  private static Optional<CatalogueItem> item(Handle handle, ItemCode code) {
    return handle
        .select(ITEMS + " WHERE code = ?", code.value())
        .map((row, context) -> item(row))
        .findOne();
  }

  private static CatalogueItem item(ResultSet row) throws SQLException {
    Set<Season> seasons = EnumSet.noneOf(Season.class);
    Arrays.stream(row.getString(11).split(" ")).map(Season::valueOf).forEach(seasons::add);
    return new CatalogueItem(
        new ItemCode(row.getString(1)),
        new BilingualText(row.getString(2), row.getString(3)),
        new BilingualText(row.getString(4), row.getString(5)),
        row.getInt(6),
        row.getInt(7),
        row.getString(8),
        row.getInt(9) != 0,
        row.getInt(10),
        seasons,
        row.getInt(12),
        row.getInt(13));
  }

  /**
   * Adds an item, or changes it.
   *
   * @param barcodes on its packages, in place of those it had; each {@link Barcode#isValid} and at
   *     most {@link #BARCODES_PER_ITEM_MAX}
   * @param shown {@link #mark} of the item that was changed; empty for a new one
   */
  public Keeping keep(CatalogueItem item, List<String> barcodes, Optional<String> shown) {
    if (barcodes.size() > BARCODES_PER_ITEM_MAX || !barcodes.stream().allMatch(Barcode::isValid)) {
      throw new IllegalArgumentException(
          "an item has at most " + BARCODES_PER_ITEM_MAX + " barcodes of 6 to 48 characters");
    }
    return database.write(
        handle -> {
          Optional<CatalogueItem> known = item(handle, item.code());
          if (known.isPresent() && shown.isEmpty()) {
            return new Keeping.CodeTaken(known.get());
          }
          if (known.isPresent() && !mark(handle, known.get()).equals(shown.get())) {
            return new Keeping.ChangedMeanwhile();
          }
          if (known.isEmpty() && count(handle) >= ITEMS_MAX) {
            return new Keeping.Full();
          }
          Optional<Keeping> taken = taken(handle, item.code(), barcodes);
          if (taken.isPresent()) {
            return taken.get();
          }
          write(handle, item);
          write(handle, item.code(), barcodes);
          return new Keeping.Kept();
        });
  }

  /** Another text whenever anything of an item or its barcodes is another: 64 figures of a hash. */
  public String mark(CatalogueItem item) {
    return database.reader().withHandle(handle -> mark(handle, item));
  }

  private static String mark(Handle handle, CatalogueItem item) {
    List<Object> all = new ArrayList<>(columns(item));
    barcodes(handle).entrySet().stream()
        .filter(entry -> entry.getValue().equals(item.code()))
        .map(Map.Entry::getKey)
        .sorted()
        .forEach(all::add);
    return Sha256.hex(all.stream().map(String::valueOf).collect(Collectors.joining("\n")));
  }

  private static Optional<Keeping> taken(Handle handle, ItemCode item, List<String> barcodes) {
    Set<String> named = barcodes.stream().map(Barcode::named).collect(Collectors.toSet());
    return barcodes(handle).entrySet().stream()
        .filter(entry -> !entry.getValue().equals(item))
        .filter(entry -> named.contains(Barcode.named(entry.getKey())))
        .findFirst()
        .flatMap(
            entry ->
                item(handle, entry.getValue())
                    .map(by -> new Keeping.BarcodeTaken(entry.getKey(), by)));
  }

  private static void write(Handle handle, CatalogueItem item) {
    // what was reckoned by another rule is reckoned anew
    handle.execute(
        "UPDATE stock_outlook SET day = 0 WHERE item = ? AND EXISTS (SELECT 1 FROM"
            + " catalogue_item WHERE code = item AND withheld_days <> ?)",
        item.code().value(),
        item.withheldDays());
    handle.execute(
        "INSERT INTO catalogue_item (code, name_zh, name_en, unit_zh, unit_en, pack,"
            + " millilitres, picture, expires, withheld_days, seasons, minimum, target)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (code) DO UPDATE SET name_zh = excluded.name_zh, name_en ="
            + " excluded.name_en, unit_zh = excluded.unit_zh, unit_en = excluded.unit_en,"
            + " pack = excluded.pack, millilitres = excluded.millilitres, picture ="
            + " excluded.picture, expires = excluded.expires, withheld_days ="
            + " excluded.withheld_days, seasons = excluded.seasons,"
            + " minimum = excluded.minimum, target = excluded.target",
        columns(item).toArray());
  }

  private static List<Object> columns(CatalogueItem item) {
    return List.of(
        item.code().value(),
        item.name().zh(),
        item.name().en(),
        item.unit().zh(),
        item.unit().en(),
        item.pack(),
        item.millilitres(),
        item.picture(),
        item.expires() ? 1 : 0,
        item.withheldDays(),
        item.seasons().stream().sorted().map(Season::name).collect(Collectors.joining(" ")),
        item.minimum(),
        item.target());
  }

  private static void write(Handle handle, ItemCode item, List<String> barcodes) {
    handle.execute("DELETE FROM catalogue_barcode WHERE item = ?", item.value());
    for (String barcode : Set.copyOf(barcodes)) {
      handle.execute(
          "INSERT INTO catalogue_barcode (barcode, item) VALUES (?, ?)", barcode, item.value());
    }
  }

  private static int count(Handle handle) {
    return handle.select("SELECT count(*) FROM catalogue_item").mapTo(Integer.class).one();
  }

  /** Which item has each barcode. */
  public Map<String, ItemCode> barcodes() {
    return database.reader().withHandle(Catalogue::barcodes);
  }

  private static Map<String, ItemCode> barcodes(Handle handle) {
    return handle
        .select("SELECT barcode, item FROM catalogue_barcode ORDER BY barcode")
        .map((row, context) -> Map.entry(row.getString(1), new ItemCode(row.getString(2))))
        .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
  }
}
