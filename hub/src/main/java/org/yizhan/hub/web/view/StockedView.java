package org.yizhan.hub.web.view;

import static java.util.Comparator.comparing;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.yizhan.hub.catalogue.CatalogueItem;
import org.yizhan.station.Fixture;
import org.yizhan.station.ItemCode;
import org.yizhan.station.StationProfile;
import org.yizhan.station.SupplyItem;
import org.yizhan.station.SupplyItem.DailyPerPass;
import org.yizhan.station.SupplyItem.FreeToTake;
import org.yizhan.station.SupplyItem.Lent;
import org.yizhan.station.SupplyItem.Season;

/**
 * What a station stocks, as it is typed.
 *
 * @param revision of the profile that the form was made of
 * @param others of the catalogue that are not stocked here
 * @param add the code of what is chosen among them, or empty
 * @param kept whether it was just saved
 */
public record StockedView(
    Texts t,
    String id,
    String name,
    long revision,
    List<Row> rows,
    List<Other> others,
    String add,
    boolean mayEdit,
    boolean keeper,
    boolean kept,
    String problem) {

  /**
   * One item.
   *
   * @param beside its season and terms, and whether a scale weighs it
   * @param weighed by a scale, and therefore here to stay
   * @param gone whether it is ticked to go
   */
  public record Row(
      String code,
      Pictogram picture,
      String name,
      String beside,
      String minimum,
      String target,
      String shelf,
      boolean weighed,
      boolean gone) {}

  /** Goods that could be stocked as well. */
  public record Other(String code, String label) {}

  /**
   * The items as they are, or as somebody typed them.
   *
   * @param typed a field of the form that was sent; empty for one that was not
   */
  public static List<Row> rows(
      List<SupplyItem> items,
      StationProfile profile,
      Map<ItemCode, CatalogueItem> goods,
      UnaryOperator<String> typed,
      Texts t) {
    return items.stream()
        .map(
            item -> {
              boolean sent = !typed.apply("target-" + item.code()).isEmpty();
              UnaryOperator<String> field = what -> typed.apply(what + '-' + item.code());
              boolean weighed = isWeighed(profile, item.code());
              return new Row(
                  item.code().value(),
                  Pictogram.of(Optional.ofNullable(goods.get(item.code()))),
                  t.of(item.name()),
                  beside(item, weighed, t),
                  sent ? field.apply("minimum") : String.valueOf(item.minimum()),
                  sent ? field.apply("target") : String.valueOf(item.target()),
                  sent ? field.apply("shelf") : item.shelf().orElse(""),
                  weighed,
                  !field.apply("gone").isEmpty());
            })
        .toList();
  }

  /** Whether a scale weighs it: then it stands there as long as the scale does. */
  public static boolean isWeighed(StationProfile profile, ItemCode item) {
    return profile.fixtures().stream()
        .anyMatch(
            fixture -> fixture instanceof Fixture.ShelfScale scale && scale.item().equals(item));
  }

  private static String beside(SupplyItem item, boolean weighed, Texts t) {
    List<String> parts = new ArrayList<>();
    parts.add(seasons(item.seasons(), t));
    switch (item.terms()) {
      case FreeToTake() -> {}
      case DailyPerPass(int units) -> parts.add(t.say("stocked.daily", units));
      case Lent lent -> parts.add(t.say("stocked.lent", lent.backWithin().toHours()));
    }
    if (weighed) {
      parts.add(t.say("stocked.scale"));
    }
    return String.join(t.say("stocked.comma"), parts);
  }

  /** When something is stocked, in words. */
  static String seasons(Set<Season> seasons, Texts t) {
    return seasons.containsAll(SupplyItem.ALL_YEAR)
        ? t.say("catalogue.all-year")
        : seasons.stream()
            .sorted()
            .map(season -> t.say("catalogue.season." + season.name().toLowerCase(Locale.ROOT)))
            .collect(Collectors.joining(t.say("catalogue.and")));
  }

  public static List<Other> others(
      StationProfile profile, Collection<CatalogueItem> goods, Texts t) {
    Collator byName = Collator.getInstance(t.language().locale()); // Chinese by its sounds
    Set<ItemCode> there =
        profile.supplies().stream().map(SupplyItem::code).collect(Collectors.toSet());
    return goods.stream()
        .filter(item -> !there.contains(item.code()))
        .map(
            item ->
                new Other(
                    item.code().value(),
                    t.say(
                        "stocked.other",
                        t.of(item.name()),
                        item.minimum(),
                        item.target(),
                        t.of(item.unit()))))
        .sorted(comparing(Other::label, byName))
        .toList();
  }
}
