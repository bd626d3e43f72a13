package org.yizhan.hub.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.matters.Matter;
import org.yizhan.hub.matters.MatterRules;
import org.yizhan.hub.matters.Matters;
import org.yizhan.hub.matters.RepeatedFaults;
import org.yizhan.hub.rounds.ProofPhotos;
import org.yizhan.hub.store.EntryBook;
import org.yizhan.hub.store.EntryKey;
import org.yizhan.hub.web.view.MatterView;
import org.yizhan.hub.web.view.MattersView;
import org.yizhan.station.StationId;
import org.yizhan.wire.Fact;
import org.yizhan.wire.MatterKind;
import org.yizhan.wire.MatterStep;

/** Matters for who answers them: the open ones, one with its answers, and what to replace. */
final class AnswerPages {
  private static final int CLOSED_SHOWN = 20;

  /** Open matters of all the asker's stations. */
  void list(Visit visit) {
    Optional<MatterReach> reach = MatterReach.of(visit);
    if (reach.isEmpty()) {
      turnAway(visit);
      return;
    }
    HubWeb.Parts parts = visit.site().parts();
    String place = reach.get().only().isPresent() ? "" : NetworkPages.place(visit);
    Matters matters = parts.shelves().matters();
    List<Matter> open =
        reach
            .get()
            .only()
            .map(
                own ->
                    own.stream()
                        .flatMap(id -> matters.open(id).stream())
                        .sorted(Comparator.comparing(Matter::raised))
                        .limit(Matters.READ_MAX)
                        .toList())
            .orElseGet(() -> matters.openBelow(place));
    MattersView view =
        new MattersView(
            views(visit, open.stream()),
            List.of(),
            replace(visit, open.stream().map(Matter::station).distinct().toList()),
            reach.get().only().isPresent()
                ? List.of()
                : MattersView.places(parts.readings().places(), place, visit.texts()),
            place,
            (int) open.stream().filter(matter -> matter.state().isUnanswered()).count());
    visit.show(
        200, "matters.jte", visit.page("matters"), Map.of("view", view, "station", "", "name", ""));
  }

  /** One station: what is open, what was done of late, what breaks again and again. */
  void station(Visit visit) {
    StationId id = reached(visit);
    HubWeb.Parts parts = visit.site().parts();
    StationStatus station =
        parts
            .readings()
            .station(id, visit.now())
            .orElseThrow(() -> new NotFound(visit.texts().say("problem.station")));
    Matters matters = parts.shelves().matters();
    List<Matter> open = matters.open(id);
    MattersView view =
        new MattersView(
            views(visit, open.stream()),
            views(
                visit,
                matters
                    .closed(id, visit.now().minus(MatterRules.SHOWN_AFTER), CLOSED_SHOWN)
                    .stream()),
            replace(visit, List.of(id)),
            List.of(),
            "",
            (int) open.stream().filter(matter -> matter.state().isUnanswered()).count());
    visit.show(
        200,
        "matters.jte",
        visit.page("matters"),
        Map.of("view", view, "station", id.value(), "name", visit.texts().of(station.name())));
  }

  private static List<MatterView> views(Visit visit, Stream<Matter> matters) {
    return matters
        .map(matter -> MatterView.of(MatterPages.read(visit, matter), visit.now(), visit.texts()))
        .toList();
  }

  private static List<MattersView.Replace> replace(Visit visit, List<StationId> stations) {
    HubWeb.Parts parts = visit.site().parts();
    return stations.stream()
        .flatMap(
            id -> {
              List<RepeatedFaults.Repeated> repeated = repeated(visit, id);
              return repeated.isEmpty()
                  ? Stream.empty()
                  : Stream.of(
                      new MattersView.Replace(
                          parts
                              .readings()
                              .station(id, visit.now())
                              .map(known -> visit.texts().of(known.name()))
                              .orElse(id.value()),
                          MatterView.repeated(
                              repeated, parts.shelves().matters().profile(id), visit.texts())));
            })
        .toList();
  }

  private static List<RepeatedFaults.Repeated> repeated(Visit visit, StationId id) {
    Matters matters = visit.site().parts().shelves().matters();
    var since = visit.now().minus(RepeatedFaults.WITHIN);
    return RepeatedFaults.of(
        Stream.concat(matters.broke(id, since).stream(), matters.brokeByDevice(id, since).stream())
            .toList(),
        visit.now());
  }

  /** Strangers, and people of other stations, are told there is no such matter. */
  private static StationId reached(Visit visit) {
    StationId id = NetworkPages.station(visit, visit.path("station"));
    if (MatterReach.of(visit).filter(reach -> reach.holds(id)).isEmpty()) {
      throw new NotFound(visit.texts().say("matters.not-yours"));
    }
    return id;
  }

  private static Matter matter(Visit visit) {
    StationId id = reached(visit);
    String number = visit.path("number");
    return Optional.of(number)
        .filter(text -> text.matches("[0-9]{1,9}"))
        .flatMap(text -> visit.site().parts().shelves().matters().find(id, Integer.parseInt(text)))
        .orElseThrow(() -> new NotFound(visit.texts().say("matters.not-yours")));
  }

  void look(Visit visit) {
    show(visit, 200, matter(visit), MatterWords.draw(), "", "", "");
  }

  private static void show(
      Visit visit,
      int status,
      Matter matter,
      String key,
      String step,
      String words,
      String problem) {
    boolean mayAnswer =
        MatterReach.of(visit).filter(MatterReach::mayAnswer).isPresent()
            && MatterRules.mayAnswer(matter);
    List<MatterView> beside =
        matter.kind() == MatterKind.FOUND || matter.kind() == MatterKind.LOST
            ? views(visit, matches(visit, matter))
            : List.of();
    visit.show(
        status,
        "matteranswer.jte",
        visit.page("matters"),
        Map.of(
            "view",
            MatterView.of(MatterPages.read(visit, matter), visit.now(), visit.texts()),
            "beside",
            beside,
            "mayAnswer",
            mayAnswer,
            "found",
            matter.kind() == MatterKind.FOUND,
            "key",
            key,
            "step",
            step,
            "words",
            words,
            "problem",
            problem));
  }

  /** What was lost beside what was found, and the other way about. */
  private static Stream<Matter> matches(Visit visit, Matter matter) {
    MatterKind other = matter.kind() == MatterKind.FOUND ? MatterKind.LOST : MatterKind.FOUND;
    return visit.site().parts().shelves().matters().open(matter.station()).stream()
        .filter(each -> each.kind() == other);
  }

  void answer(Visit visit) {
    Matter matter = matter(visit);
    Optional<MatterReach> reach = MatterReach.of(visit).filter(MatterReach::mayAnswer);
    if (reach.isEmpty()) {
      throw new NotFound(visit.texts().say("matters.not-yours"));
    }
    String key = EntryKey.isValid(visit.form("key")) ? visit.form("key") : MatterWords.draw();
    String words = MatterWords.plain(visit.form("words"));
    Optional<MatterStep> step =
        Arrays.stream(MatterStep.values())
            .filter(each -> MatterRaise.word(each).equals(visit.form("step")))
            .findFirst();
    Optional<String> wrong = wrong(visit, step, words);
    if (wrong.isPresent()) {
      show(visit, 400, matter, key, visit.form("step"), words, wrong.get());
      return;
    }
    boolean twice =
        visit.site().parts().shelves().entries().isKept(matter.station(), new EntryKey(key));
    if (!twice && !MatterRules.mayAnswer(matter)) {
      show(visit, 409, matter, key, "", words, visit.texts().say("matters.problem.over"));
      return;
    }
    if (!twice && !keepPhoto(visit, matter, key, reach.get())) {
      show(
          visit,
          409,
          matter,
          key,
          visit.form("step"),
          words,
          visit.texts().say("matters.problem.photos"));
      return;
    }
    EntryBook.Outcome outcome =
        visit
            .site()
            .parts()
            .shelves()
            .entries()
            .enter(
                new EntryBook.Entered(
                    matter.station(),
                    new EntryKey(key),
                    number(reach.get()),
                    List.of(
                        new EntryBook.Said(
                            visit.now(),
                            new Fact.MatterAnswered(matter.id(), step.orElseThrow(), words)))));
    if (outcome == EntryBook.Outcome.KEY_OF_ANOTHER) { // a page from before, changed and sent again
      show(
          visit,
          409,
          matter,
          MatterWords.draw(),
          visit.form("step"),
          words,
          visit.texts().say("matter.problem.form"));
      return;
    }
    visit.goTo("/matters/" + matter.station() + '/' + matter.number());
  }

  private static Optional<String> wrong(Visit visit, Optional<MatterStep> step, String words) {
    SentForm sent = SentForm.of(visit.context());
    if (!visit.isFormOurs()) {
      return Optional.of(visit.texts().say("matter.problem.form"));
    }
    if (step.isEmpty() || words.isEmpty()) {
      return Optional.of(visit.texts().say("matters.problem.answer"));
    }
    if (MatterWords.isTooLong(words)) {
      return Optional.of(visit.texts().say("matter.problem.long", Fact.Told.WORDS_MAX));
    }
    return sent.hasPhoto() && sent.smallPhoto().isEmpty()
        ? Optional.of(visit.texts().say("matter.problem.photo"))
        : Optional.empty();
  }

  private static OptionalInt number(MatterReach reach) {
    return reach
        .person()
        .map(person -> OptionalInt.of(person.number()))
        .orElseGet(OptionalInt::empty);
  }

  private static boolean keepPhoto(Visit visit, Matter matter, String key, MatterReach reach) {
    SentForm sent = SentForm.of(visit.context());
    return !sent.hasPhoto()
        || visit
            .site()
            .parts()
            .shelves()
            .photos()
            .keep(
                new ProofPhotos.Proof(
                    MatterWords.derive("proof " + key),
                    matter.station(),
                    Optional.of(matter.id().value()),
                    number(reach),
                    false,
                    sent.smallPhoto().orElseThrow()));
  }

  void photo(Visit visit) {
    Matter matter = matter(visit);
    String photo = visit.path("photo");
    MatterPages.sendPhoto(
        visit,
        photo,
        visit.site().parts().shelves().photos().ofRound(matter.id().value()).stream()
            .anyMatch(kept -> kept.id().equals(photo)));
  }

  private static void turnAway(Visit visit) {
    visit.show(403, "mattersnot.jte", visit.page(""), Map.of());
  }
}
