package org.yizhan.hub.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yizhan.hub.catalogue.CatalogueItem;
import org.yizhan.hub.catalogue.Recalls;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.people.Account;
import org.yizhan.hub.people.Role;
import org.yizhan.hub.web.view.LotsView;
import org.yizhan.station.ItemCode;
import org.yizhan.station.StationId;
import org.yizhan.wire.LotCode;

/** The lots of goods in the network; one is called back from all shelves in two clicks. */
final class LotPages {
  private LotPages() {}

  static void lots(Visit visit) {
    HubWeb.Parts parts = visit.site().parts();
    LotsView view =
        LotsView.of(
            parts.shelves().recalls().lots(),
            parts.shelves().catalogue().items(),
            visit.now(),
            visit.texts());
    visit.show(200, "lots.jte", visit.page("supplies"), Map.of("view", view));
  }

  static void lot(Visit visit) {
    HubWeb.Parts parts = visit.site().parts();
    ItemCode item = item(visit);
    LotCode lot = lotCode(visit);
    List<Recalls.Held> held = parts.shelves().recalls().held(item, lot);
    Map<StationId, StationStatus> stations =
        parts.readings().stations(visit.now()).stream()
            .collect(Collectors.toMap(StationStatus::id, Function.identity()));
    boolean recalled = parts.shelves().recalls().isRecalled(item, lot);
    Optional<CatalogueItem> goods = parts.shelves().catalogue().item(item);
    LotsView.One view =
        new LotsView.One(
            visit.texts(),
            item.value(),
            goods.map(known -> visit.texts().of(known.name())).orElse(item.value()),
            lot.value(),
            recalled,
            mayRecall(visit),
            held.stream()
                .map(
                    each ->
                        new LotsView.At(
                            each.station().value(),
                            Optional.ofNullable(stations.get(each.station()))
                                .map(status -> visit.texts().of(status.name()))
                                .orElse(each.station().value()),
                            each.units()))
                .toList());
    visit.show(200, "lot.jte", visit.page("supplies"), Map.of("view", view));
  }

  static void recall(Visit visit) {
    change(visit, (recalls, who) -> recalls.call(item(visit), lotCode(visit), who));
  }

  static void withdraw(Visit visit) {
    change(visit, (recalls, who) -> recalls.withdraw(item(visit), lotCode(visit)));
  }

  /** What an administrator does with a lot. */
  @FunctionalInterface
  private interface Change {
    void run(Recalls recalls, String who);
  }

  private static void change(Visit visit, Change change) {
    if (!mayRecall(visit)) {
      throw new BadRequest("lot", visit.texts().say("lots.not-yours"));
    }
    change.run(
        visit.site().parts().shelves().recalls(),
        visit.who().map(account -> account.name().value()).orElse(""));
    visit.goTo("/supplies/lots/" + part(item(visit).value()) + '/' + part(lotCode(visit).value()));
  }

  private static boolean mayRecall(Visit visit) {
    return visit.who().map(Account::role).filter(Role.ADMIN::equals).isPresent();
  }

  private static String part(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static ItemCode item(Visit visit) {
    String code = visit.path("item");
    if (!ItemCode.isValid(code)) {
      throw new NotFound(visit.texts().say("lots.no-lot"));
    }
    return new ItemCode(code);
  }

  private static LotCode lotCode(Visit visit) {
    String code = visit.path("lot");
    if (!LotCode.isValid(code)) {
      throw new NotFound(visit.texts().say("lots.no-lot"));
    }
    return new LotCode(code);
  }
}
