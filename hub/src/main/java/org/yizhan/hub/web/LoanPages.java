package org.yizhan.hub.web;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.yizhan.hub.catalogue.CatalogueItem;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.loans.Loanable;
import org.yizhan.hub.loans.Loans;
import org.yizhan.hub.loans.Once;
import org.yizhan.hub.loans.OwnLoans;
import org.yizhan.hub.loans.Thing;
import org.yizhan.hub.web.view.LoanView;
import org.yizhan.hub.web.view.Pictogram;
import org.yizhan.hub.web.view.Texts;
import org.yizhan.station.StationId;
import org.yizhan.wire.TagCode;

/**
 * What a scan of a thing's tag opens, with any phone: take it along, or bring it back. There is no
 * account; the phone keeps a text for each of its loans, and whoever holds a thing may bring it
 * back.
 */
final class LoanPages {
  /** So often one address may do something, or ask for a tag there is not. */
  static final int TIMES_MAX = 60;

  static final Duration WITHIN = Duration.ofMinutes(10);

  private final Site site;
  private final Loans loans;
  private final AddressLimit limit = new AddressLimit(TIMES_MAX, WITHIN);

  LoanPages(Site site) {
    this.site = site;
    this.loans = site.parts().shelves().loans();
  }

  /** The loans of the phone that asks; with a code typed, the way to its thing. */
  void own(Visit visit) {
    String typed = visit.query("tag");
    Optional<TagCode> tag = tag(typed);
    if (tag.isPresent()) {
      visit.goTo("/t/" + tag.get());
      return;
    }
    showOwn(visit, 200, typed.isEmpty() ? "" : visit.texts().say("loan.typed-wrong"));
  }

  private void showOwn(Visit visit, int status, String problem) {
    List<LoanView.Own> own =
        loans.own().find(OwnLoansCookie.read(visit)).stream()
            .flatMap(each -> own(visit, each).stream())
            .toList();
    show(visit, status, "loans.jte", Map.of("own", own, "problem", problem));
  }

  private Optional<LoanView.Own> own(Visit visit, OwnLoans.Own own) {
    return loans
        .things()
        .find(own.tag())
        .map(
            thing ->
                LoanView.own(
                    thing,
                    loans.things().nameOf(thing.station(), thing.item()),
                    station(visit, thing.station()),
                    own.back(),
                    visit.now(),
                    visit.texts()));
  }

  /** What may be borrowed at a station. */
  void at(Visit visit) {
    String id = visit.path("id");
    if (!StationId.isValid(id)) {
      throw new NotFound(visit.texts().say("shelf.no-station"));
    }
    StationStatus station = station(visit, new StationId(id));
    List<Loanable> loanables =
        loans.things().loanables(station.id()).stream()
            .filter(loanable -> loanable.registered() > 0)
            .toList();
    Texts t = visit.texts();
    show(
        visit,
        200,
        "loansat.jte",
        Map.of(
            "id", id,
            "name", t.of(station.name()),
            "goods",
                loanables.stream().map(each -> LoanView.goods(each, picture(each), t)).toList()));
  }

  private Pictogram picture(Loanable loanable) {
    return Pictogram.of(site.parts().shelves().catalogue().item(loanable.item()));
  }

  /** One thing. */
  void thing(Visit visit) {
    String typed = visit.path("tag");
    if (!TagCode.isValid(typed)) {
      Optional<TagCode> meant = tag(typed);
      if (meant.isPresent()) {
        visit.goTo("/t/" + meant.get());
        return;
      }
    }
    try {
      showThing(visit, find(visit));
    } catch (NotFound e) {
      showOwn(visit, 404, e.sentence()); // with a field to type the tag as it stands on the thing
    }
  }

  private void showThing(Visit visit, Thing thing) {
    Optional<CatalogueItem> goods = site.parts().shelves().catalogue().item(thing.item());
    LoanView view =
        LoanView.of(
            new LoanView.Read(
                thing,
                loans.things().nameOf(thing.station(), thing.item()),
                loans.things().backWithin(thing.station(), thing.item()),
                Pictogram.of(goods),
                station(visit, thing.station()),
                isOwn(visit, thing)),
            visit.query("said"),
            visit.now(),
            visit.texts());
    show(
        visit,
        200,
        "loan.jte",
        Map.of("view", view, "once", Once.draw().value(), "onceForTaking", Once.draw().value()));
  }

  private boolean isOwn(Visit visit, Thing thing) {
    return loans.own().find(OwnLoansCookie.read(visit)).stream()
        .anyMatch(own -> own.tag().equals(thing.tag()) && own.back().isEmpty());
  }

  void take(Visit visit) {
    change(
        visit,
        (thing, seenMs, once) -> {
          Loans.Outcome outcome = loans.take(thing.tag(), seenMs, once);
          if (outcome == Loans.Outcome.DONE || outcome == Loans.Outcome.DONE_BEFORE) {
            OwnLoansCookie.add(visit, once);
          }
          return outcome == Loans.Outcome.CHANGED_MEANWHILE ? "meanwhile" : "taken";
        });
  }

  void bringBack(Visit visit) {
    change(
        visit,
        (thing, seenMs, once) ->
            loans.bringBack(thing.tag(), seenMs, once) == Loans.Outcome.CHANGED_MEANWHILE
                ? "meanwhile"
                : "back");
  }

  /** Does it; answers what the page is to say then. */
  @FunctionalInterface
  private interface Change {
    String of(Thing thing, long seenMs, Once once);
  }

  private void change(Visit visit, Change change) {
    Duration wait = limit.take(visit.address(), visit.now());
    if (!wait.isZero()) {
      throw AskLater.tooMany(visit.texts().say("loan.too-many", visit.texts().wait(wait)), wait);
    }
    Thing thing = find(visit);
    String once = visit.form("once");
    if (!Once.isValid(once)) {
      throw new BadRequest("once", visit.texts().say("problem.form"));
    }
    String said = change.of(thing, seenMs(visit.form("seen")), new Once(once));
    visit.goTo("/t/" + thing.tag() + "?said=" + said);
  }

  /** What the page showed; anything else is nothing it ever shows. */
  private static long seenMs(String text) {
    try {
      return text.length() > 16 ? -1 : Long.parseLong(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private Thing find(Visit visit) {
    Optional<Thing> thing = tag(visit.path("tag")).flatMap(loans.things()::find);
    if (thing.isPresent()) {
      return thing.get();
    }
    Duration wait = limit.take(visit.address(), visit.now());
    if (!wait.isZero()) {
      throw AskLater.tooMany(visit.texts().say("loan.too-many", visit.texts().wait(wait)), wait);
    }
    throw new NotFound(visit.texts().say("loan.unknown"));
  }

  /** A tag as people type it: in capitals, with spaces, with letters for figures. */
  private static Optional<TagCode> tag(String typed) {
    String text =
        typed
            .toLowerCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('o', '0')
            .replace('i', '1')
            .replace('l', '1');
    return TagCode.isValid(text) ? Optional.of(new TagCode(text)) : Optional.empty();
  }

  private StationStatus station(Visit visit, StationId id) {
    return site.parts()
        .readings()
        .station(id, visit.now())
        .orElseThrow(() -> new NotFound(visit.texts().say("shelf.no-station")));
  }

  private void show(Visit visit, int status, String template, Map<String, Object> values) {
    Map<String, Object> all = new HashMap<>(values);
    all.put("file", (UnaryOperator<String>) site.phone()::address);
    visit.show(status, template, visit.page(""), all);
  }
}
