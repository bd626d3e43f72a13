package org.yizhan.hub.web.view;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yizhan.hub.catalogue.CatalogueItem;
import org.yizhan.station.ItemCode;

/**
 * How goods are pictured: those of the ready catalogue by a drawing of ours in {@code goods.svg},
 * which needs no font; what a union chose itself by the character it entered.
 *
 * @param symbol the drawing's id, or empty
 * @param character what stands there without a drawing
 */
public record Pictogram(String symbol, String character) {
  private record Known(String character, String symbol) {}

  private static final String BOX = "\uD83D\uDCE6";

  /** The ready catalogue's characters and the drawings in their place, by the code of the goods. */
  private static final Map<String, Known> READY =
      Map.ofEntries(
          Map.entry("water-550ml", new Known("\uD83D\uDCA7", "water")),
          Map.entry("cup-paper", new Known("\uD83E\uDD64", "cup")),
          Map.entry("tissues", new Known("\uD83E\uDDFB", "tissues")),
          Map.entry("mask", new Known("\uD83D\uDE37", "mask")),
          Map.entry("wet-wipes", new Known("\uD83E\uDDFC", "wipes")),
          Map.entry("first-aid-refill", new Known("\uD83E\uDE79", "first-aid")),
          Map.entry("plasters", new Known("\uD83E\uDE79", "plaster")),
          Map.entry("disinfectant", new Known("\uD83E\uDDF4", "swabs")),
          Map.entry("raincoat", new Known("\uD83C\uDF27", "raincoat")),
          Map.entry("umbrella", new Known("\u2602", "umbrella")),
          Map.entry("salt-soda", new Known("\uD83E\uDDC2", "soda")),
          Map.entry("cooling-oil", new Known("\uD83C\uDF3F", "tin")),
          Map.entry("huoxiang", new Known("\uD83C\uDF21", "vial")),
          Map.entry("heat-pad", new Known("\u2668", "heat")),
          Map.entry("ginger-tea", new Known("\uD83E\uDED6", "tea")),
          Map.entry("noodles", new Known("\uD83C\uDF5C", "noodles")),
          Map.entry("biscuits", new Known("\uD83C\uDF6A", "biscuits")),
          Map.entry("hand-cream", new Known("\uD83E\uDD32", "tube")),
          Map.entry("battery-aa", new Known("\uD83D\uDD0B", "battery")),
          Map.entry("respirator-n95", new Known("\uD83D\uDEE1", "respirator")),
          Map.entry("hand-gel", new Known("\uD83E\uDEE7", "gel")),
          Map.entry("antigen-test", new Known("\uD83E\uDDEA", "test")),
          Map.entry("power-bank", new Known("\uD83D\uDD0C", "power-bank")),
          Map.entry("tool-kit", new Known("\uD83E\uDDF0", "tools")),
          Map.entry("rubbish-bag", new Known("\uD83D\uDDD1", "bag")));

  /** Of goods that may have left the catalogue. */
  public static Pictogram of(Optional<CatalogueItem> goods) {
    return goods.map(item -> of(item.code(), item.picture())).orElse(new Pictogram("box", BOX));
  }

  static Pictogram of(@Nullable CatalogueItem goods) {
    return of(Optional.ofNullable(goods));
  }

  /** A union that chose another character for ready goods sees its own. */
  static Pictogram of(ItemCode code, String character) {
    Known known = READY.get(code.value());
    if (known != null && known.character().equals(character)) {
      return new Pictogram(known.symbol(), character);
    }
    return new Pictogram(character.equals(BOX) ? "box" : "", Objects.requireNonNull(character));
  }
}
