package org.yizhan.hub.web.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yizhan.hub.catalogue.CatalogueItem;
import org.yizhan.hub.catalogue.Recalls;
import org.yizhan.station.ItemCode;

/** Every lot that may still stand on a shelf. */
public record LotsView(Texts t, List<Row> rows) {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /**
   * One lot.
   *
   * @param link of its own page
   * @param expired whether its last day is past
   * @param withheld whether it is handed out no longer, though its last day is still to come
   */
  public record Row(
      String link,
      String name,
      String lot,
      String expires,
      boolean expired,
      boolean withheld,
      boolean recalled,
      String where) {}

  /** Units of a lot at a station. */
  public record At(String id, String name, int units) {}

  /** One lot with where it stands. */
  public record One(
      Texts t,
      String item,
      String name,
      String lot,
      boolean recalled,
      boolean mayRecall,
      List<At> at) {
    /** Where its forms go. */
    public String action(String what) {
      return link(item, lot) + '/' + what;
    }
  }

  static String link(String item, String lot) {
    return "/supplies/lots/" + item + '/' + URLEncoder.encode(lot, StandardCharsets.UTF_8);
  }

  public static LotsView of(
      List<Recalls.Known> lots, Map<ItemCode, CatalogueItem> goods, Instant now, Texts t) {
    LocalDate today = now.atZone(ZONE).toLocalDate();
    return new LotsView(
        t,
        lots.stream()
            .map(
                known -> {
                  @Nullable CatalogueItem item = goods.get(known.item());
                  boolean expired = known.expires().filter(day -> day.isBefore(today)).isPresent();
                  boolean off =
                      item != null
                          && known
                              .expires()
                              .map(item::handedOutUntil)
                              .filter(day -> day.isBefore(today))
                              .isPresent();
                  return new Row(
                      link(known.item().value(), known.lot().value()),
                      item == null ? known.item().value() : t.of(item.name()),
                      known.lot().value(),
                      known.expires().map(t::date).orElse(""),
                      expired,
                      off && !expired,
                      known.recalled().isPresent(),
                      t.say("lots.where", known.units(), known.stations()));
                })
            .toList());
  }
}
