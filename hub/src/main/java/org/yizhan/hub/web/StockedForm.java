package org.yizhan.hub.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yizhan.hub.catalogue.CatalogueItem;
import org.yizhan.hub.web.view.StockedView;
import org.yizhan.station.ItemCode;
import org.yizhan.station.StationProfile;
import org.yizhan.station.SupplyItem;

/** Reads what somebody typed of a station's supplies; says the first thing that cannot be. */
final class StockedForm {
  private final Visit visit;
  private final StationProfile profile;

  /** What was typed cannot be stocked. */
  static final class NotPossible extends Exception {
    private static final long serialVersionUID = 1;

    NotPossible(String sentence) {
      super(sentence);
    }

    String sentence() {
      return String.valueOf(getMessage());
    }
  }

  StockedForm(Visit visit, StationProfile profile) {
    this.visit = visit;
    this.profile = profile;
  }

  /** The supplies as they shall be: those that stay, then the one that is added. */
  List<SupplyItem> wanted() throws NotPossible {
    List<SupplyItem> wanted = new ArrayList<>();
    for (SupplyItem item : profile.supplies()) {
      if (!isGone(item)) {
        wanted.add(typed(item));
      }
    }
    String add = visit.form("add");
    if (!add.isEmpty()) {
      wanted.add(added(add));
    }
    if (wanted.size() > StationProfile.SUPPLIES_MAX) {
      throw wrong("stocked.full", StationProfile.SUPPLIES_MAX);
    }
    return wanted;
  }

  private boolean isGone(SupplyItem item) throws NotPossible {
    boolean gone = !visit.form("gone-" + item.code()).isEmpty();
    if (gone && StockedView.isWeighed(profile, item.code())) {
      throw wrong("stocked.weighed", visit.texts().of(item.name()));
    }
    return gone;
  }

  private SupplyItem typed(SupplyItem item) throws NotPossible {
    String name = visit.texts().of(item.name());
    int minimum = whole("minimum-" + item.code(), 0, name);
    int target = whole("target-" + item.code(), 1, name);
    if (minimum > target) {
      throw wrong("stocked.wrong.levels", name);
    }
    String shelf = visit.form("shelf-" + item.code()).strip();
    if (!shelf.isEmpty() && !SupplyItem.isShelf(shelf)) {
      throw wrong("stocked.wrong.shelf", name, SupplyItem.SHELF_MAX);
    }
    return new SupplyItem(
        item.code(),
        item.name(),
        minimum,
        target,
        item.seasons(),
        item.terms(),
        Optional.of(shelf).filter(label -> !label.isEmpty()));
  }

  /** Of the catalogue, as much as is usual. */
  private SupplyItem added(String code) throws NotPossible {
    Optional<CatalogueItem> goods =
        ItemCode.isValid(code)
            ? visit.site().parts().shelves().catalogue().item(new ItemCode(code))
            : Optional.empty();
    if (goods.isEmpty()) {
      throw wrong("catalogue.no-item");
    }
    CatalogueItem item = goods.get();
    if (profile.supplies().stream().anyMatch(there -> there.code().equals(item.code()))) {
      throw wrong("stocked.there", visit.texts().of(item.name()));
    }
    return new SupplyItem(item.code(), item.name(), item.minimum(), item.target(), item.seasons());
  }

  private int whole(String field, int least, String name) throws NotPossible {
    String text = visit.form(field).strip();
    if (text.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= SupplyItem.QUANTITY_MAX) {
        return number;
      }
    }
    throw wrong("catalogue.wrong.number", name, least, SupplyItem.QUANTITY_MAX);
  }

  private NotPossible wrong(String key, Object... arguments) {
    return new NotPossible(visit.texts().say(key, arguments));
  }
}
