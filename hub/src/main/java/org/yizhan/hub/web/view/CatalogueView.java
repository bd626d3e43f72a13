package org.yizhan.hub.web.view;

import static java.util.Comparator.comparing;

import java.text.Collator;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yizhan.hub.catalogue.CatalogueItem;
import org.yizhan.hub.settings.HubSettings;
import org.yizhan.station.SupplyItem;
import org.yizhan.station.SupplyItem.Season;

/** The list of goods, by name. */
public record CatalogueView(Texts t, List<Row> rows, Epidemic epidemic, boolean mayEdit) {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /**
   * The season that is in no calendar.
   *
   * @param sentence whether it is declared, since when and by whom
   */
  public record Epidemic(boolean declared, String sentence) {
    public static Epidemic of(boolean declared, Optional<HubSettings.LastSet> set, Texts t) {
      if (!declared) {
        return new Epidemic(false, t.say("catalogue.epidemic.none"));
      }
      return new Epidemic(
          true,
          set.map(
                  last ->
                      t.say(
                          "catalogue.epidemic.since",
                          t.exact(last.at(), ZONE),
                          last.by().orElse(t.say("catalogue.epidemic.by-command"))))
              .orElse(t.say("catalogue.epidemic.declared")));
    }
  }

  /** One kind of goods. */
  public record Row(String code, Pictogram picture, String name, String beside) {}

  /**
   * An item as it is typed.
   *
   * @param shown the mark of the item as it was when the form was made; empty for a new one
   * @param seasons words of {@link Season}
   * @param barcodes one a line
   */
  public record Form(
      String shown,
      String code,
      String nameZh,
      String nameEn,
      String unitZh,
      String unitEn,
      String pack,
      String millilitres,
      String picture,
      boolean expires,
      String withheld,
      List<String> seasons,
      String minimum,
      String target,
      String barcodes) {

    public static Form empty() {
      return new Form(
          "",
          "",
          "",
          "",
          "",
          "",
          "1",
          "500",
          "",
          false,
          "0",
          words(SupplyItem.ALL_YEAR),
          "",
          "",
          "");
    }

    /** The same, as if it was made of the item as it is now. */
    public Form asOf(String mark) {
      return new Form(
          mark,
          code,
          nameZh,
          nameEn,
          unitZh,
          unitEn,
          pack,
          millilitres,
          picture,
          expires,
          withheld,
          seasons,
          minimum,
          target,
          barcodes);
    }

    public static Form of(CatalogueItem item, List<String> barcodes, String mark) {
      return new Form(
          mark,
          item.code().value(),
          item.name().zh(),
          item.name().en(),
          item.unit().zh(),
          item.unit().en(),
          String.valueOf(item.pack()),
          String.valueOf(item.millilitres()),
          item.picture(),
          item.expires(),
          String.valueOf(item.withheldDays()),
          words(item.seasons()),
          String.valueOf(item.minimum()),
          String.valueOf(item.target()),
          String.join("\n", barcodes));
    }

    private static List<String> words(Collection<Season> seasons) {
      return seasons.stream().sorted().map(season -> word(season)).toList();
    }
  }

  private static String word(Season season) {
    return season.name().toLowerCase(Locale.ROOT);
  }

  /** One item in its form. */
  public record One(Texts t, Form form, boolean mayEdit, String problem) {
    /** What it is called, as typed; its code until then. */
    public String name() {
      String name = t.language() == Language.ZH ? form.nameZh() : form.nameEn();
      return name.isBlank() ? form.code() : name;
    }

    /** The words of all seasons, in the order of the year. */
    public List<String> allSeasons() {
      return Arrays.stream(Season.values()).map(CatalogueView::word).toList();
    }
  }

  public static CatalogueView of(
      Collection<CatalogueItem> items, Epidemic epidemic, boolean mayEdit, Texts t) {
    Collator byName = Collator.getInstance(t.language().locale()); // Chinese by its sounds
    return new CatalogueView(
        t,
        items.stream().map(item -> row(item, t)).sorted(comparing(Row::name, byName)).toList(),
        epidemic,
        mayEdit);
  }

  private static Row row(CatalogueItem item, Texts t) {
    return new Row(
        item.code().value(),
        Pictogram.of(item.code(), item.picture()),
        t.of(item.name()),
        t.say(
            "catalogue.beside",
            item.minimum(),
            item.target(),
            t.of(item.unit()),
            item.pack(),
            StockedView.seasons(item.seasons(), t),
            item.expires() ? t.say("catalogue.until", item.withheldDays()) : ""));
  }
}
