package org.yizhan.hub.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yizhan.hub.duty.Group;
import org.yizhan.hub.duty.Rota;
import org.yizhan.hub.duty.book.DutyBook;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.stock.StationShelf;
import org.yizhan.hub.web.view.DutyView;
import org.yizhan.station.StationId;
import org.yizhan.wire.Fact;

/** The rota and the log of one station, for who answers for it. */
final class DutyPages {
  private static final int SWAPS_SHOWN = 10;
  private static final int DAYS_AWAY_MAX = 366;

  void look(Visit visit) {
    HeldStation.of(visit).ifPresent(found -> show(visit, 200, found, ""));
  }

  private static void show(Visit visit, int status, HeldStation found, String problem) {
    HubWeb.Parts parts = visit.site().parts();
    HubWeb.Duty duty = parts.shelves().duty();
    StationStatus station = found.station();
    Optional<Rota> rota = duty.book().rota(station.id());
    DutyView view =
        DutyView.of(
            new DutyView.Read(
                rota,
                duty.book().signed(station.id(), visit.now().minus(Duration.ofDays(DutyView.DAYS))),
                parts.readings().shelves(station.place().toString(), visit.now()).stream()
                    .filter(shelf -> shelf.id().equals(station.id()))
                    .findFirst()
                    .flatMap(StationShelf::hours),
                station.zone()),
            visit.now(),
            visit.texts());
    LocalDate today = visit.now().atZone(station.zone()).toLocalDate();
    visit.show(
        status,
        "duty.jte",
        visit.page("supplies"),
        Map.of(
            "station", station.id().value(),
            "name", visit.texts().of(station.name()),
            "keeper", found.reach().isKeeper(),
            "mayEdit", found.reach().mayInvite(),
            "groups", rota.map(Rota::groups).orElse(List.of()),
            "begins", rota.map(Rota::begins).orElse(today).toString(),
            "members", duty.book().members(station.id()),
            "swaps",
                duty.swaps().latest(station.id(), SWAPS_SHOWN).stream()
                    .map(swap -> DutyJson.sentence(swap, visit.texts()))
                    .toList(),
            "problem", problem,
            "view", view));
  }

  /** Keeps the groups of the form, in its order, one of them moved up when that was tapped. */
  void arrange(Visit visit) {
    Optional<HeldStation> found = HeldStation.of(visit).filter(each -> mayEdit(visit, each));
    if (found.isEmpty()) {
      return;
    }
    StationStatus station = found.get().station();
    LocalDate today = visit.now().atZone(station.zone()).toLocalDate();
    Optional<List<DutyBook.Wish>> wishes = wishes(visit);
    Optional<LocalDate> begins = begins(visit, today);
    if (wishes.isEmpty() || begins.isEmpty()) {
      String problem =
          wishes.isEmpty()
              ? visit.texts().say("duty.groups.problem", Fact.DutySigned.GROUP_MAX)
              : visit.texts().say("duty.groups.day");
      show(visit, 400, found.get(), problem);
      return;
    }
    List<DutyBook.Wish> order = new ArrayList<>(wishes.get());
    number(visit.form("up"))
        .filter(place -> place > 0 && place < order.size())
        .ifPresent(place -> Collections.swap(order, place, place - 1));
    book(visit).arrange(station.id(), order, begins.get(), today);
    visit.goTo("/duty/" + station.id());
  }

  private static DutyBook book(Visit visit) {
    return visit.site().parts().shelves().duty().book();
  }

  private static boolean mayEdit(Visit visit, HeldStation found) {
    if (!found.reach().mayInvite()) {
      throw new BadRequest("account", visit.texts().say("keep.no-station"));
    }
    return true;
  }

  /** Empty when a name is none, or stands twice. */
  private static Optional<List<DutyBook.Wish>> wishes(Visit visit) {
    List<DutyBook.Wish> wishes = new ArrayList<>();
    for (int row = 0; row < Rota.GROUPS_MAX; row++) {
      String typed = visit.form("name-" + row);
      if (typed.isBlank()) {
        continue;
      }
      Optional<String> name = Group.name(typed);
      if (name.isEmpty()
          || wishes.stream().anyMatch(wish -> wish.name().equals(name.orElseThrow()))) {
        return Optional.empty();
      }
      wishes.add(new DutyBook.Wish(number(visit.form("group-" + row)), name.get()));
    }
    return Optional.of(wishes);
  }

  private static Optional<LocalDate> begins(Visit visit, LocalDate today) {
    try {
      LocalDate day = LocalDate.parse(visit.form("begins"));
      return day.isBefore(today.minusDays(DAYS_AWAY_MAX))
              || day.isAfter(today.plusDays(DAYS_AWAY_MAX))
          ? Optional.empty()
          : Optional.of(day);
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> number(String text) {
    return text.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  /** Moves a member to another group, or to none; only who is in one already. */
  void move(Visit visit) {
    Optional<HeldStation> found = HeldStation.of(visit).filter(each -> mayEdit(visit, each));
    if (found.isEmpty()) {
      return;
    }
    StationId station = found.get().station().id();
    Optional<Integer> person = number(visit.form("person"));
    Optional<Integer> group = number(visit.form("group"));
    boolean isMember =
        book(visit).members(station).stream()
            .anyMatch(member -> Optional.of(member.who().number()).equals(person));
    if (!isMember
        || group.isEmpty()
        || !book(visit).join(station, person.orElseThrow(), group.get())) {
      throw new BadRequest("group", visit.texts().say("duty.wrong.group"));
    }
    visit.goTo("/duty/" + station);
  }
}
