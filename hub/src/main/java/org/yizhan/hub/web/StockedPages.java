package org.yizhan.hub.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yizhan.hub.identity.StationRegister;
import org.yizhan.hub.identity.StationRegister.ProfileText;
import org.yizhan.hub.identity.StationRegister.Registered;
import org.yizhan.hub.web.view.StockedView;
import org.yizhan.station.ProfileReader;
import org.yizhan.station.ProfileReading;
import org.yizhan.station.StationProfile;
import org.yizhan.station.SuppliesEdit;
import org.yizhan.station.SupplyItem;

/** What one station stocks, and how much of it, for who answers for the station. */
final class StockedPages {
  private StockedPages() {}

  /** The station with its profile as it is now. */
  private record Found(HeldStation held, Registered registered, StationProfile profile) {}

  static void look(Visit visit) {
    found(visit)
        .ifPresent(
            found ->
                show(visit, 200, found, rows(visit, found, found.profile.supplies(), false), ""));
  }

  private static Optional<Found> found(Visit visit) {
    return HeldStation.of(visit)
        .map(
            held -> {
              Registered registered =
                  register(visit)
                      .find(held.station().id())
                      .orElseThrow(() -> new NotFound(visit.texts().say("keep.no-station")));
              if (!(ProfileReader.read(registered.profileYaml())
                  instanceof ProfileReading.Read(var profile))) {
                throw new NotFound(visit.texts().say("stocked.no-profile"));
              }
              return new Found(held, registered, profile);
            });
  }

  private static StationRegister register(Visit visit) {
    return visit.site().parts().shelves().register();
  }

  /** What stands in the form: the items as they are, or as somebody typed them. */
  private static List<StockedView.Row> rows(
      Visit visit, Found found, List<SupplyItem> items, boolean typed) {
    return StockedView.rows(
        items,
        found.profile,
        visit.site().parts().shelves().catalogue().items(),
        typed ? visit::form : _ -> "",
        visit.texts());
  }

  private static void show(
      Visit visit, int status, Found found, List<StockedView.Row> rows, String problem) {
    boolean failed = !problem.isEmpty();
    visit.show(
        status,
        "stocked.jte",
        visit.page("supplies"),
        Map.of(
            "view",
            new StockedView(
                visit.texts(),
                found.held.station().id().value(),
                visit.texts().of(found.held.station().name()),
                found.registered.profileRevision(),
                rows,
                StockedView.others(
                    found.profile,
                    visit.site().parts().shelves().catalogue().items().values(),
                    visit.texts()),
                failed ? visit.form("add") : "",
                found.held.reach().mayInvite(),
                found.held.reach().isKeeper(),
                !failed && visit.query("kept").equals("1"),
                problem)));
  }

  static void keep(Visit visit) {
    Optional<Found> there = found(visit);
    if (there.isEmpty()) {
      return;
    }
    Found found = there.get();
    if (!found.held.reach().mayInvite()) {
      throw new BadRequest("account", visit.texts().say("stocked.not-yours"));
    }
    try {
      keep(visit, found, new StockedForm(visit, found.profile).wanted());
    } catch (StockedForm.NotPossible wrong) {
      again(visit, found, wrong.sentence());
    }
  }

  private static void keep(Visit visit, Found found, List<SupplyItem> wanted)
      throws StockedForm.NotPossible {
    if (visit.form("shown").equals(String.valueOf(found.registered.profileRevision()))) {
      String yaml =
          SuppliesEdit.write(found.registered.profileYaml(), wanted)
              .orElseThrow(
                  () ->
                      new StockedForm.NotPossible(
                          visit.texts().say("stocked.by-hand", found.profile.id().value())));
      ProfileText given = new ProfileText(found.profile.withSupplies(wanted), yaml);
      boolean same = yaml.equals(found.registered.profileYaml());
      if (same || register(visit).changeProfile(given, found.registered.profileRevision())) {
        visit.goTo("/stations/" + found.profile.id() + "/supplies?kept=1");
        return;
      }
    }
    again(visit, found(visit).orElse(found), visit.texts().say("stocked.changed"));
  }

  /** The form with what was typed, of the profile as it is now. */
  private static void again(Visit visit, Found found, String problem) {
    show(visit, 400, found, rows(visit, found, found.profile.supplies(), true), problem);
  }
}
