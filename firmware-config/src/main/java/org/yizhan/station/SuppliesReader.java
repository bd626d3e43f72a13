package org.yizhan.station;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yizhan.station.SupplyItem.DailyPerPass;
import org.yizhan.station.SupplyItem.FreeToTake;
import org.yizhan.station.SupplyItem.Lent;
import org.yizhan.station.SupplyItem.Season;
import org.yizhan.station.SupplyItem.Terms;
import org.yizhan.station.YamlNode.Field;

/** The supplies of a profile: a mapping from each item's code to its name and levels. */
final class SuppliesReader {
  private static final List<String> SEASONS = List.of("summer", "winter", "between", "epidemic");
  private static final String SEASON_REMEDY =
      "write a list of summer, winter, between and epidemic, or leave it out for the whole year";

  private final Problems problems;
  private final Values values;

  private SuppliesReader(Problems problems) {
    this.problems = problems;
    this.values = new Values(problems);
  }

  static List<SupplyItem> read(YamlNode node, Problems problems) {
    return ProfileSection.of(node, "write one code for each, such as \"water-550ml:\"", problems)
        .each(StationProfile.SUPPLIES_MAX, "supply items", new SuppliesReader(problems)::item);
  }

  private @Nullable SupplyItem item(String code, Field field) {
    if (!ItemCode.isValid(code)) {
      problems.add(
          field.key(),
          Values.shown(code) + " is not an item code",
          "use 1 to 32 of a-z, 0-9 and -, such as water-550ml");
    }
    ProfileSection section =
        ProfileSection.of(field.value(), "write name, minimum and target below the code", problems);
    BilingualText name =
        section.required("name", "add name: {zh: …, en: …}", node -> values.bilingual(node));
    Integer minimum =
        section.required(
            "minimum",
            "add minimum: restock below it",
            node -> values.whole(node, 0, SupplyItem.QUANTITY_MAX));
    Integer target =
        section.required(
            "target",
            "add target: restock up to it",
            node -> values.whole(node, 1, SupplyItem.QUANTITY_MAX));
    Set<Season> seasons = section.optional("season", this::seasons);
    Terms terms = terms(section);
    String shelf = section.optional("shelf", this::shelf);
    section.refuseOtherKeys();
    if (minimum != null && target != null && minimum > target) {
      problems.add(
          section.at("minimum"),
          "the minimum " + minimum + " is above the target " + target,
          "let the target be at least the minimum");
      return null;
    }
    if (!ItemCode.isValid(code) || name == null || minimum == null || target == null) {
      return null;
    }
    Set<Season> kept = seasons == null ? SupplyItem.ALL_YEAR : seasons;
    return new SupplyItem(
        new ItemCode(code), name, minimum, target, kept, terms, Optional.ofNullable(shelf));
  }

  private @Nullable Set<Season> seasons(YamlNode node) {
    List<String> words = values.words(node, SEASONS, SEASON_REMEDY);
    if (words == null) {
      return null;
    }
    Set<Season> seasons = EnumSet.noneOf(Season.class);
    words.forEach(word -> seasons.add(Season.valueOf(word.toUpperCase(Locale.ROOT))));
    return seasons;
  }

  private @Nullable String shelf(YamlNode node) {
    String label = values.text(node);
    if (label == null || SupplyItem.isShelf(label)) {
      return label;
    }
    problems.add(
        node.at(),
        Values.shown(label) + " is not what stands on a shelf",
        "write 1 to " + SupplyItem.SHELF_MAX + " visible characters, such as A2");
    return null;
  }

  private Terms terms(ProfileSection section) {
    Integer daily =
        section.optional("daily-per-pass", node -> values.whole(node, 1, DailyPerPass.UNITS_MAX));
    Duration lent =
        section.optional("lent-for", node -> values.duration(node, Lent.SHORTEST, Lent.LONGEST));
    if (section.has("daily-per-pass") && section.has("lent-for")) {
      problems.add(
          section.at("lent-for"),
          "an item is either taken or lent",
          "keep lent-for or daily-per-pass");
    }
    return lent != null
        ? new Lent(lent)
        : daily != null ? new DailyPerPass(daily) : new FreeToTake();
  }
}
