package org.yizhan.hub.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.matters.Matter;
import org.yizhan.hub.matters.MatterRules;
import org.yizhan.hub.matters.Matters;
import org.yizhan.hub.people.Volunteer;
import org.yizhan.hub.rounds.ProofPhotos;
import org.yizhan.hub.store.EntryBook;
import org.yizhan.hub.store.EntryBook.Said;
import org.yizhan.hub.store.EntryKey;
import org.yizhan.hub.web.view.Things;
import org.yizhan.station.ItemCode;
import org.yizhan.wire.Fact;
import org.yizhan.wire.MatterId;
import org.yizhan.wire.MatterKind;
import org.yizhan.wire.MatterStep;

/** Raising a matter. Whatever is wrong with a form, what was typed stands in it again. */
final class MatterRaise {
  private static final Duration DAY = Duration.ofDays(1);

  private final Site site;

  /** Everybody on a station's Wi-Fi has one address, and so have many on a mobile network. */
  static final int PER_HOUR_MAX = 20;

  private final AddressLimit addresses = new AddressLimit(PER_HOUR_MAX, Duration.ofHours(1));

  MatterRaise(Site site) {
    this.site = site;
  }

  /**
   * What somebody wants to say.
   *
   * @param id drawn with the form, so that a form sent twice is one matter
   */
  private record Draft(String id, MatterKind kind, String thing, String words, String place) {}

  /** As it stands in addresses and forms. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Optional<MatterKind> kind(String word) {
    return Arrays.stream(MatterKind.values()).filter(each -> word(each).equals(word)).findFirst();
  }

  private static boolean needsWords(MatterKind kind) {
    return switch (kind) {
      case FOUND, LOST, WISH, OTHER -> true;
      case BROKEN, SUPPLIES, DIRTY, LOCKED_OUT -> false;
    };
  }

  void form(Visit visit, StationStatus station) {
    Optional<MatterKind> kind = kind(visit.query("kind"));
    if (kind.isEmpty()) {
      visit.goTo("/m/at/" + station.id());
      return;
    }
    show(visit, station, 200, new Draft(MatterWords.draw(), kind.get(), "", "", ""), "");
  }

  private void show(Visit visit, StationStatus station, int status, Draft draft, String problem) {
    Matters matters = site.parts().shelves().matters();
    List<Things.Thing> things =
        Things.of(matters.profile(station.id()), draft.kind(), visit.texts());
    MatterPages.show(
        visit,
        status,
        "mattertell.jte",
        Map.ofEntries(
            Map.entry("station", station.id().value()),
            Map.entry("name", visit.texts().of(station.name())),
            Map.entry("id", draft.id()),
            Map.entry("kind", word(draft.kind())),
            Map.entry("things", things),
            Map.entry("thing", draft.thing()),
            Map.entry("words", draft.words()),
            Map.entry("place", draft.place()),
            Map.entry("needsWords", needsWords(draft.kind())),
            Map.entry(
                "mayPublish",
                draft.kind() == MatterKind.FOUND && helper(visit, station).isPresent()),
            Map.entry(
                "known",
                MatterPages.known(
                    visit, station, matters.open(station.id()), Optional.of(draft.kind()))),
            Map.entry("problem", problem)));
  }

  /** Whoever was let in at this station. */
  private Optional<Volunteer> helper(Visit visit, StationStatus station) {
    return ShelfRoutes.phoneOf(visit, site)
        .filter(who -> site.parts().shelves().volunteers().mayHelpAt(who, station.id()));
  }

  void tell(Visit visit, StationStatus station) {
    Optional<MatterKind> kind = kind(visit.form("kind"));
    if (kind.isEmpty()) {
      throw new BadRequest("kind", visit.texts().say("shelf.bad-message"));
    }
    String id = MatterId.isValid(visit.form("matter")) ? visit.form("matter") : MatterWords.draw();
    Draft draft =
        new Draft(
            id,
            kind.get(),
            visit.form("thing"),
            MatterWords.plain(visit.form("words")),
            MatterWords.plain(visit.form("place")));
    Optional<Matter> before = site.parts().shelves().matters().find(new MatterId(id));
    if (before.isPresent() && visit.isFormOurs()) {
      if (isOf(draft, before.get())) { // sent twice
        accepted(visit, id);
        return;
      }
      draft = // another matter, on a page from before
          new Draft(MatterWords.draw(), draft.kind(), draft.thing(), draft.words(), draft.place());
    }
    Optional<Volunteer> who = helper(visit, station);
    Optional<String> wrong = wrong(visit, station, draft);
    if (wrong.isPresent()) {
      show(visit, station, 400, draft, wrong.get());
    } else if (tooMany(visit, station, draft.kind(), who.isPresent())) {
      show(visit, station, 429, draft, visit.texts().say("matter.problem.too-many"));
    } else if (isNoPicture(SentForm.of(visit.context()))) { // decoded within the limit only
      show(visit, station, 400, draft, visit.texts().say("matter.problem.photo"));
    } else if (!keepPhoto(visit, station, draft, who)) {
      show(visit, station, 429, draft, visit.texts().say("matter.problem.photos"));
    } else {
      keep(visit, station, draft, who);
    }
  }

  private static boolean isOf(Draft draft, Matter matter) {
    return draft.kind() == matter.kind()
        && draft.words().equals(matter.words())
        && draft.thing().equals(matter.thing().map(ItemCode::value).orElse(""));
  }

  private Optional<String> wrong(Visit visit, StationStatus station, Draft draft) {
    if (!visit.isFormOurs()) {
      return Optional.of(visit.texts().say("matter.problem.form"));
    }
    if (MatterWords.isTooLong(draft.words()) || MatterWords.isTooLong(draft.place())) {
      return Optional.of(visit.texts().say("matter.problem.long", Fact.Told.WORDS_MAX));
    }
    List<Things.Thing> things =
        Things.of(
            site.parts().shelves().matters().profile(station.id()), draft.kind(), visit.texts());
    boolean named = things.stream().anyMatch(thing -> thing.code().equals(draft.thing()));
    if (!draft.thing().isEmpty() && !named) {
      return Optional.of(visit.texts().say("matter.problem.thing"));
    }
    if (draft.kind() == MatterKind.BROKEN && !named && draft.words().isEmpty()) {
      return Optional.of(visit.texts().say("matter.problem.which"));
    }
    if (needsWords(draft.kind()) && draft.words().isEmpty()) {
      return Optional.of(visit.texts().say("matter.problem.words"));
    }
    return Optional.empty();
  }

  private static boolean isNoPicture(SentForm sent) {
    return sent.hasPhoto() && sent.smallPhoto().isEmpty();
  }

  private boolean tooMany(Visit visit, StationStatus station, MatterKind kind, boolean letIn) {
    Optional<Instant> bound =
        site.parts().shelves().matters().raisedBefore(station.id(), MatterRules.perDayMax(kind));
    boolean full = bound.filter(at -> at.isAfter(visit.now().minus(DAY))).isPresent();
    return full || (!letIn && !addresses.take(visit.address(), visit.now()).isZero());
  }

  /**
   * Its id follows from the matter's without giving it away: keepers see the one, not the other.
   */
  private boolean keepPhoto(
      Visit visit, StationStatus station, Draft draft, Optional<Volunteer> who) {
    SentForm sent = SentForm.of(visit.context());
    return !sent.hasPhoto()
        || site.parts()
            .shelves()
            .photos()
            .keep(
                new ProofPhotos.Proof(
                    MatterWords.derive("photo " + draft.id()),
                    station.id(),
                    Optional.of(draft.id()),
                    number(who),
                    false,
                    who.isEmpty(),
                    sent.smallPhoto().orElseThrow()));
  }

  private static OptionalInt number(Optional<Volunteer> who) {
    return who.map(known -> OptionalInt.of(known.number())).orElseGet(OptionalInt::empty);
  }

  private void keep(Visit visit, StationStatus station, Draft draft, Optional<Volunteer> who) {
    MatterId id = new MatterId(draft.id());
    List<Said> said = new ArrayList<>();
    Optional<ItemCode> thing =
        draft.thing().isEmpty() ? Optional.empty() : Optional.of(new ItemCode(draft.thing()));
    said.add(new Said(visit.now(), new Fact.MatterRaised(id, draft.kind(), thing, draft.words())));
    if (draft.kind() == MatterKind.FOUND && who.isPresent() && !draft.place().isEmpty()) {
      said.add(
          new Said(visit.now(), new Fact.MatterAnswered(id, MatterStep.ANSWERED, draft.place())));
    }
    EntryBook.Outcome outcome =
        site.parts()
            .shelves()
            .entries()
            .enter(
                new EntryBook.Entered(station.id(), new EntryKey(draft.id()), number(who), said));
    switch (outcome) {
      case KEPT, KEPT_BEFORE, KEY_OF_ANOTHER -> accepted(visit, draft.id());
      case NO_SUCH_STATION -> throw new NotFound(visit.texts().say("shelf.no-station"));
    }
  }

  private static void accepted(Visit visit, String id) {
    ToldCookie.remember(visit, new MatterId(id));
    visit.goTo("/m/" + id + "?sent=1");
  }
}
