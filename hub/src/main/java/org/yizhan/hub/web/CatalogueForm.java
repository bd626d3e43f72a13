package org.yizhan.hub.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.yizhan.hub.catalogue.Barcode;
import org.yizhan.hub.catalogue.Catalogue;
import org.yizhan.hub.catalogue.CatalogueItem;
import org.yizhan.hub.web.view.CatalogueView;
import org.yizhan.hub.web.view.Texts;
import org.yizhan.station.BilingualText;
import org.yizhan.station.ItemCode;
import org.yizhan.station.SupplyItem;
import org.yizhan.station.SupplyItem.Season;

/** Reads what somebody typed of an item; says the first thing that cannot be. */
final class CatalogueForm {
  private static final int NAME_LENGTH_MAX = 40;

  private final CatalogueView.Form form;
  private final Texts t;

  /** What was typed cannot be an item. */
  static final class NotPossible extends Exception {
    private static final long serialVersionUID = 1;

    NotPossible(String sentence) {
      super(sentence);
    }

    String sentence() {
      return String.valueOf(getMessage());
    }
  }

  CatalogueForm(CatalogueView.Form form, Texts t) {
    this.form = form;
    this.t = t;
  }

  /** As it was typed, to be shown again when it cannot be. */
  static CatalogueView.Form typed(Visit visit) {
    return new CatalogueView.Form(
        visit.form("shown"),
        visit.form("code").strip(),
        visit.form("name-zh").strip(),
        visit.form("name-en").strip(),
        visit.form("unit-zh").strip(),
        visit.form("unit-en").strip(),
        visit.form("pack").strip(),
        visit.form("millilitres").strip(),
        visit.form("picture").strip(),
        !visit.form("expires").isEmpty(),
        visit.form("withheld").strip(),
        Arrays.stream(Season.values())
            .map(season -> season.name().toLowerCase(Locale.ROOT))
            .filter(season -> !visit.form("season-" + season).isEmpty())
            .toList(),
        visit.form("minimum").strip(),
        visit.form("target").strip(),
        visit.form("barcodes").strip());
  }

  CatalogueItem item() throws NotPossible {
    if (!ItemCode.isValid(form.code()) || form.code().equals("new")) {
      throw wrong("catalogue.wrong.code");
    }
    int minimum = whole(form.minimum(), 0, SupplyItem.QUANTITY_MAX, "catalogue.minimum");
    int target = whole(form.target(), 1, SupplyItem.QUANTITY_MAX, "catalogue.target");
    if (minimum > target) {
      throw wrong("catalogue.wrong.levels");
    }
    Set<Season> seasons = EnumSet.noneOf(Season.class);
    form.seasons().forEach(word -> seasons.add(Season.valueOf(word.toUpperCase(Locale.ROOT))));
    if (seasons.isEmpty()) {
      throw wrong("catalogue.wrong.seasons");
    }
    int characters = form.picture().codePointCount(0, form.picture().length());
    if (characters < 1 || characters > CatalogueItem.PICTURE_CHARACTERS_MAX) {
      throw wrong("catalogue.wrong.picture");
    }
    return new CatalogueItem(
        new ItemCode(form.code()),
        both(form.nameZh(), form.nameEn()),
        both(form.unitZh(), form.unitEn()),
        whole(form.pack(), 1, CatalogueItem.PACK_MAX, "catalogue.pack"),
        whole(form.millilitres(), 1, CatalogueItem.MILLILITRES_MAX, "catalogue.millilitres"),
        form.picture(),
        form.expires(),
        whole(form.withheld(), 0, CatalogueItem.WITHHELD_DAYS_MAX, "catalogue.withheld"),
        seasons,
        minimum,
        target);
  }

  List<String> barcodes() throws NotPossible {
    List<String> barcodes =
        form.barcodes().isEmpty() ? List.of() : List.of(form.barcodes().split("[\\s,;，；]+"));
    if (barcodes.size() > Catalogue.BARCODES_PER_ITEM_MAX
        || !barcodes.stream().allMatch(Barcode::isValid)) {
      throw wrong("catalogue.wrong.barcodes", Catalogue.BARCODES_PER_ITEM_MAX);
    }
    Optional<String> mistyped = barcodes.stream().filter(Barcode::isMistyped).findFirst();
    if (mistyped.isPresent()) {
      throw wrong("catalogue.wrong.check-digit", mistyped.get());
    }
    return barcodes;
  }

  private BilingualText both(String zh, String en) throws NotPossible {
    for (String text : List.of(zh, en)) {
      if (text.length() > NAME_LENGTH_MAX || !BilingualText.isValid(text)) {
        throw wrong("catalogue.wrong.names", NAME_LENGTH_MAX);
      }
    }
    return new BilingualText(zh, en);
  }

  private int whole(String text, int least, int most, String what) throws NotPossible {
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      throw wrong("catalogue.wrong.number", t.say(what), least, most);
    }
    throw wrong("catalogue.wrong.number", t.say(what), least, most);
  }

  private NotPossible wrong(String key, Object... arguments) {
    return new NotPossible(t.say(key, arguments));
  }
}
