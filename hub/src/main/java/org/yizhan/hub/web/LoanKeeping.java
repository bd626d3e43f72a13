package org.yizhan.hub.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.labels.TagLabel;
import org.yizhan.hub.labels.TagSheet;
import org.yizhan.hub.loans.LentThings;
import org.yizhan.hub.loans.Loanable;
import org.yizhan.hub.loans.Loans;
import org.yizhan.hub.loans.Once;
import org.yizhan.hub.loans.Thing;
import org.yizhan.hub.web.view.KeptLoansView;
import org.yizhan.hub.web.view.PlaceChoice;
import org.yizhan.station.ItemCode;
import org.yizhan.station.StationId;
import org.yizhan.wire.TagCode;
import org.yizhan.wire.WriteOffReason;

/**
 * What somebody who answers for stations sees of what they lend: how much is here, what is out and
 * for how long, what was lost; new things with their tags.
 */
final class LoanKeeping {
  private final Site site;
  private final Loans loans;

  LoanKeeping(Site site) {
    this.site = site;
    this.loans = site.parts().shelves().loans();
  }

  void look(Visit visit) {
    Optional<KeeperReach> reach = KeeperReach.of(visit);
    if (reach.isEmpty()) {
      KeeperPages.turnAway(visit);
      return;
    }
    show(visit, reach.get());
  }

  private void show(Visit visit, KeeperReach reach) {
    List<StationStatus> stations =
        site.parts().readings().stations(visit.now()).stream()
            .filter(station -> reach.holds(station.id()))
            .toList();
    String place = reach.isKeeper() ? "" : NetworkPages.place(visit);
    String only = visit.query("station");
    List<KeptLoansView.Lends> lending = new ArrayList<>();
    for (StationStatus station : stations) {
      boolean wanted = only.isEmpty() || station.id().value().equals(only);
      if (wanted && PlaceChoice.holds(place, station)) {
        List<Loanable> loanables = loans.things().loanables(station.id());
        if (!loanables.isEmpty()) {
          lending.add(new KeptLoansView.Lends(station, loanables, loans.things().at(station.id())));
        }
      }
    }
    KeptLoansView view =
        KeptLoansView.of(
            new KeptLoansView.Read(
                lending,
                stations.stream().map(StationStatus::place).collect(Collectors.toSet()),
                site.parts().shelves().catalogue().items()),
            place,
            visit.now(),
            visit.texts());
    visit.show(
        200,
        "keptloans.jte",
        visit.page("supplies"),
        Map.of(
            "view",
            view,
            "keeper",
            reach.isKeeper(),
            "mayChange",
            reach.mayInvite(),
            "added",
            added(visit),
            "once",
            Once.draw().value()));
  }

  /** Makes things with tags, and shows the way to their labels. */
  void add(Visit visit) {
    StationId station = NetworkPages.station(visit, visit.path("id"));
    if (mayNotChange(visit, station)) {
      return;
    }
    ItemCode item =
        loans.things().loanables(station).stream()
            .map(Loanable::item)
            .filter(code -> code.value().equals(visit.form("item")))
            .findFirst()
            .orElseThrow(() -> new BadRequest("item", visit.texts().say("loans.not-lent")));
    int count = count(visit);
    Once once = Once.isValid(visit.form("once")) ? new Once(visit.form("once")) : Once.draw();
    List<Thing> made = loans.add(station, item, count, visit.form("new").equals("yes"), once);
    if (made.isEmpty()) {
      throw new BadRequest("count", visit.texts().say("loans.enough", LentThings.PER_ITEM_MAX));
    }
    visit.goTo("/loans?station=" + station + "&added=" + made.size() + "#" + station);
  }

  private static int added(Visit visit) {
    String text = visit.query("added");
    return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
  }

  private static int count(Visit visit) {
    String text = visit.form("count").strip();
    int count = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    if (count < 1 || count > LentThings.MADE_AT_ONCE_MAX) {
      throw new BadRequest(
          "count", visit.texts().say("loans.how-many", LentThings.MADE_AT_ONCE_MAX));
    }
    return count;
  }

  /** A thing is lost, worn out, or lent again. */
  void change(Visit visit) {
    String text = visit.path("tag");
    Optional<Thing> thing =
        TagCode.isValid(text) ? loans.things().find(new TagCode(text)) : Optional.empty();
    if (thing.isEmpty()) {
      throw new NotFound(visit.texts().say("loan.unknown"));
    }
    StationId station = thing.get().station();
    if (mayNotChange(visit, station)) {
      return;
    }
    TagCode tag = thing.get().tag();
    var _ =
        switch (visit.form("what")) {
          case "lost" -> loans.retire(tag, WriteOffReason.LOST);
          case "worn" -> loans.retire(tag, WriteOffReason.DAMAGED);
          case "again" -> loans.useAgain(tag);
          default -> throw new BadRequest("what", visit.texts().say("problem.form"));
        };
    visit.goTo("/loans#" + station);
  }

  /** Labels with the tags of a station's things, to be printed and stuck on. */
  void labels(Visit visit) {
    StationId id = NetworkPages.station(visit, visit.path("id"));
    if (mayNotChange(visit, id)) {
      return;
    }
    StationStatus station =
        site.parts()
            .readings()
            .station(id, visit.now())
            .orElseThrow(() -> new NotFound(visit.texts().say("problem.station")));
    List<TagLabel> labels =
        loans.things().loanables(id).stream()
            .filter(each -> visit.query("item").isEmpty() || named(visit, each))
            .flatMap(
                each ->
                    each.things().stream()
                        .map(
                            thing ->
                                TagLabel.of(
                                    thing.tag(),
                                    each.name(),
                                    thing.number(),
                                    station.name(),
                                    site.address(visit.context()))))
            .limit(TagSheet.LABELS_MAX)
            .toList();
    if (labels.isEmpty()) {
      throw new NotFound(visit.texts().say("loans.no-labels"));
    }
    visit
        .context()
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/pdf")
        .putHeader("Content-Disposition", "inline; filename=\"" + id.value() + "-tags.pdf\"")
        .end(Buffer.buffer(TagSheet.pdf(labels)));
  }

  private static boolean named(Visit visit, Loanable loanable) {
    return Set.of(visit.query("item").split(",")).contains(loanable.item().value());
  }

  /** Whether somebody may change nothing at this station; then they were told. */
  private static boolean mayNotChange(Visit visit, StationId station) {
    Optional<KeeperReach> reach = KeeperReach.of(visit);
    if (reach.filter(KeeperReach::mayInvite).isEmpty()) {
      KeeperPages.turnAway(visit);
      return true;
    }
    if (!reach.get().holds(station)) {
      throw new BadRequest("station", visit.texts().say("keep.not-yours"));
    }
    return false;
  }
}
