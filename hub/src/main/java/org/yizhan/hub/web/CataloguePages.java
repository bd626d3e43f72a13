package org.yizhan.hub.web;

import java.util.Map;
import java.util.Optional;
import org.yizhan.hub.catalogue.Catalogue;
import org.yizhan.hub.catalogue.CatalogueItem;
import org.yizhan.hub.catalogue.Keeping;
import org.yizhan.hub.people.Account;
import org.yizhan.hub.people.Role;
import org.yizhan.hub.settings.HubSetting;
import org.yizhan.hub.settings.HubSettings;
import org.yizhan.hub.web.view.CatalogueView;
import org.yizhan.hub.web.view.Texts;
import org.yizhan.station.ItemCode;

/** The union's list of goods, which an administrator edits. */
final class CataloguePages {
  private static final String ROOT = "/supplies/catalogue";

  private CataloguePages() {}

  private static Catalogue catalogue(Visit visit) {
    return visit.site().parts().shelves().catalogue();
  }

  static void list(Visit visit) {
    visit.show(
        200,
        "catalogue.jte",
        visit.page("supplies"),
        Map.of(
            "view",
            CatalogueView.of(
                catalogue(visit).items().values(),
                epidemic(visit),
                mayEdit(visit),
                visit.texts())));
  }

  private static CatalogueView.Epidemic epidemic(Visit visit) {
    HubSettings settings = visit.site().parts().shelves().settings();
    return CatalogueView.Epidemic.of(
        settings.read(HubSetting.EPIDEMIC) == 1,
        settings.lastSet(HubSetting.EPIDEMIC),
        visit.texts());
  }

  /** Declares an epidemic, or that it is over. */
  static void declare(Visit visit) {
    if (!mayEdit(visit)) {
      throw new BadRequest("epidemic", visit.texts().say("catalogue.epidemic.not-yours"));
    }
    visit
        .site()
        .parts()
        .shelves()
        .settings()
        .write(
            HubSetting.EPIDEMIC,
            visit.form("declared").equals("1") ? 1 : 0,
            new HubSettings.LastSet(
                visit.now(), visit.who().map(account -> account.name().value())));
    visit.goTo(ROOT);
  }

  static void edit(Visit visit) {
    String code = visit.path("item");
    Optional<CatalogueItem> item =
        ItemCode.isValid(code) ? catalogue(visit).item(new ItemCode(code)) : Optional.empty();
    if (item.isEmpty() && !code.equals("new")) {
      throw new NotFound(visit.texts().say("catalogue.no-item"));
    }
    CatalogueView.Form form =
        item.map(
                known ->
                    CatalogueView.Form.of(
                        known,
                        catalogue(visit).barcodes().entrySet().stream()
                            .filter(entry -> entry.getValue().equals(known.code()))
                            .map(Map.Entry::getKey)
                            .sorted()
                            .toList(),
                        catalogue(visit).mark(known)))
            .orElseGet(CatalogueView.Form::empty);
    show(visit, 200, form, "");
  }

  private static void show(Visit visit, int status, CatalogueView.Form form, String problem) {
    visit.show(
        status,
        "catalogueitem.jte",
        visit.page("supplies"),
        Map.of("view", new CatalogueView.One(visit.texts(), form, mayEdit(visit), problem)));
  }

  static void keep(Visit visit) {
    if (!mayEdit(visit)) {
      throw new BadRequest("item", visit.texts().say("catalogue.not-yours"));
    }
    CatalogueView.Form form = CatalogueForm.typed(visit);
    try {
      CatalogueForm read = new CatalogueForm(form, visit.texts());
      Optional<String> shown = Optional.of(form.shown()).filter(mark -> !mark.isEmpty());
      answer(visit, form, catalogue(visit).keep(read.item(), read.barcodes(), shown));
    } catch (CatalogueForm.NotPossible wrong) {
      show(visit, 400, form, wrong.sentence());
    }
  }

  private static void answer(Visit visit, CatalogueView.Form form, Keeping keeping) {
    Texts t = visit.texts();
    switch (keeping) {
      case Keeping.Kept _ -> visit.goTo(ROOT);
      case Keeping.CodeTaken(CatalogueItem by) ->
          show(visit, 400, form, t.say("catalogue.taken", by.code().value(), t.of(by.name())));
      case Keeping.ChangedMeanwhile _ ->
          show(visit, 400, form.asOf(markNow(visit, form)), t.say("catalogue.changed"));
      case Keeping.Full _ -> show(visit, 400, form, t.say("catalogue.full", Catalogue.ITEMS_MAX));
      case Keeping.BarcodeTaken(String barcode, CatalogueItem by) ->
          show(
              visit,
              400,
              form,
              t.say("catalogue.barcode-taken", barcode, t.of(by.name()), by.code().value()));
    }
  }

  /** What is typed is then kept in place of what the other kept, if it is sent once more. */
  private static String markNow(Visit visit, CatalogueView.Form form) {
    return catalogue(visit)
        .item(new ItemCode(form.code()))
        .map(catalogue(visit)::mark)
        .orElse(form.shown());
  }

  private static boolean mayEdit(Visit visit) {
    return visit.who().map(Account::role).filter(Role.ADMIN::equals).isPresent();
  }
}
