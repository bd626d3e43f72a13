package org.yizhan.hub.web.view;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yizhan.hub.notice.NoticeWords;
import org.yizhan.hub.notice.Saying;
import org.yizhan.hub.notify.Need;
import org.yizhan.hub.notify.StandingMatter;
import org.yizhan.hub.rounds.ProofPhotos;
import org.yizhan.hub.rounds.Round;
import org.yizhan.hub.stock.StationShelf;
import org.yizhan.hub.stock.StockLevel;
import org.yizhan.station.StationId;

/**
 * Stations as who answers for them sees them: those where somebody has to act first.
 *
 * @param all stations of this place
 * @param waiting stations that need something with nobody on the way, or somebody overdue
 * @param more stations that are not shown
 */
public record KeeperView(
    String place,
    List<PlaceChoice> places,
    List<Station> stations,
    int all,
    int waiting,
    int more) {
  private static final int STATIONS_SHOWN = 50;

  /** How a station's supplies stand, the most pressing first. */
  public enum State {
    OVERDUE("▲", "is-no"),
    UNCLAIMED("▲", "is-no"),
    UNKNOWN("◌", "is-unknown"),
    GOING("●", "is-yes"),
    FINE("●", "is-yes");

    private final String glyph;
    private final String look;

    State(String glyph, String look) {
      this.glyph = glyph;
      this.look = look;
    }

    public String glyph() {
      return glyph;
    }

    public String look() {
      return look;
    }
  }

  /**
   * One station.
   *
   * @param sentence how its supplies stand: who is on it, since when nobody is
   * @param seenTo who said somebody sees to it, as a sentence, or empty
   * @param unseen whether people were told of it and nobody said so yet
   * @param uncounted items nobody has counted yet
   * @param open what else people were told of and is not over
   */
  public record Station(
      SuppliesView.Station supplies,
      State state,
      String sentence,
      String seenTo,
      boolean unseen,
      int uncounted,
      List<Open> open,
      List<Done> done) {}

  /**
   * Something that is not over.
   *
   * @param seenTo who said somebody sees to it, as a sentence, or empty while nobody did
   */
  public record Open(
      String key, String title, String text, String link, Age since, String seenTo) {}

  /** A round that ended: who, how, when, and what proves it. */
  public record Done(String sentence, Age age, List<ProofPhotos.Kept> photos) {}

  /** A round with its pictures. */
  public record Proven(Round round, List<ProofPhotos.Kept> photos) {}

  /**
   * What is asked of the stations that are shown only.
   *
   * @param done the latest ended rounds of a station
   * @param matters what people were told of these stations and is not over
   */
  public record More(
      Function<StationId, List<Proven>> done,
      Function<List<StationId>, List<StandingMatter>> matters) {}

  private record Judged(StationShelf shelf, State state) {}

  public static KeeperView of(
      SuppliesView.Read read, More more, String place, Instant now, Texts t) {
    List<Judged> here =
        read.shelves().stream()
            .map(shelf -> new Judged(shelf, judge(shelf, read, now)))
            .sorted(
                Comparator.comparing(Judged::state)
                    .thenComparingInt(judged -> SuppliesView.urgency(judged.shelf())))
            .toList();
    List<Judged> shown = here.stream().limit(STATIONS_SHOWN).toList();
    Map<StationId, List<StandingMatter>> matters =
        more.matters().apply(shown.stream().map(judged -> judged.shelf().id()).toList()).stream()
            .collect(Collectors.groupingBy(StandingMatter::station));
    return new KeeperView(
        place,
        PlaceChoice.ofPlaces(read.places(), place, t),
        shown.stream()
            .map(
                judged ->
                    station(
                        judged,
                        matters.getOrDefault(judged.shelf().id(), List.of()),
                        read,
                        more,
                        now,
                        t))
            .toList(),
        here.size(),
        (int)
            here.stream()
                .filter(j -> j.state() == State.OVERDUE || j.state() == State.UNCLAIMED)
                .count(),
        Math.max(0, here.size() - STATIONS_SHOWN));
  }

  private static State judge(StationShelf shelf, SuppliesView.Read read, Instant now) {
    Optional<Round> round = Optional.ofNullable(read.rounds().get(shelf.id()));
    if (round.isPresent()) {
      return round.get().isOverdue(now) ? State.OVERDUE : State.GOING;
    }
    if (shelf.levels().stream().anyMatch(SuppliesView::needsALook)) {
      return State.UNCLAIMED;
    }
    return uncounted(shelf) > 0 || shelf.levels().isEmpty() ? State.UNKNOWN : State.FINE;
  }

  private static int uncounted(StationShelf shelf) {
    return (int)
        shelf.levels().stream()
            .filter(StockLevel::inSeason)
            .filter(level -> level.units().isEmpty())
            .count();
  }

  private static Station station(
      Judged judged,
      List<StandingMatter> matters,
      SuppliesView.Read read,
      More more,
      Instant now,
      Texts t) {
    StationShelf shelf = judged.shelf();
    List<Proven> done = more.done().apply(shelf.id());
    Optional<Need> need = Need.of(matters);
    Optional<Round> round = Optional.ofNullable(read.rounds().get(shelf.id()));
    SuppliesView.Station supplies = SuppliesView.station(shelf, read, now, t);
    int uncounted = uncounted(shelf);
    String sentence =
        switch (judged.state()) {
          case OVERDUE, GOING ->
              round.map(open -> onTheWay(open, judged.state(), shelf, now, t)).orElse("");
          case UNCLAIMED -> unclaimed(need, done, shelf, now, t);
          case UNKNOWN ->
              t.say(uncounted > 0 ? "keep.uncounted" : "keep.nothing-stocked", uncounted);
          case FINE -> t.say("keep.fine");
        };
    return new Station(
        supplies,
        judged.state(),
        sentence,
        judged.state() == State.UNCLAIMED
            ? need.flatMap(Need::acknowledged).map(by -> seenTo(by, shelf, now, t)).orElse("")
            : "",
        (judged.state() == State.UNCLAIMED || judged.state() == State.OVERDUE)
            && matters.stream().anyMatch(each -> Need.isOf(each) && each.acknowledged().isEmpty()),
        judged.state() == State.UNKNOWN ? 0 : uncounted,
        matters.stream()
            .filter(matter -> !Need.isOf(matter))
            .map(matter -> open(matter, shelf, now, t))
            .toList(),
        done.stream().flatMap(proven -> done(proven, shelf, now, t).stream()).toList());
  }

  private static Open open(StandingMatter matter, StationShelf shelf, Instant now, Texts t) {
    boolean zh = t.language() == Language.ZH;
    Saying title = NoticeWords.withoutName(matter.title(), shelf.name());
    return new Open(
        matter.key().value(),
        zh ? title.zh() : title.en(),
        zh ? matter.text().zh() : matter.text().en(),
        matter.link(),
        t.age(matter.began(), now, shelf.zone()),
        matter.acknowledged().map(by -> seenTo(by, shelf, now, t)).orElse(""));
  }

  private static String onTheWay(
      Round round, State state, StationShelf shelf, Instant now, Texts t) {
    String due = t.briefOf(round.due(), now, shelf.zone());
    return state == State.OVERDUE
        ? t.say("keep.overdue", round.by(), due, t.span(Duration.between(round.due(), now)))
        : t.say("keep.going", round.by(), t.briefOf(round.claimed(), now, shelf.zone()), due);
  }

  /** Nobody goes since the need began, or since the last round there ended. */
  private static String unclaimed(
      Optional<Need> need, List<Proven> done, StationShelf shelf, Instant now, Texts t) {
    return need.map(
            known ->
                done.stream()
                    .flatMap(proven -> proven.round().ended().stream())
                    .map(Round.Ended::at)
                    .filter(ended -> ended.isAfter(known.since()))
                    .max(Comparator.naturalOrder())
                    .orElse(known.since()))
        .map(
            since ->
                t.say(
                    "keep.unclaimed",
                    t.briefOf(since, now, shelf.zone()),
                    t.span(Duration.between(since, now))))
        .orElseGet(() -> t.say("supplies.unclaimed"));
  }

  private static String seenTo(
      StandingMatter.Acknowledged seen, StationShelf shelf, Instant now, Texts t) {
    String at = t.briefOf(seen.at(), now, shelf.zone());
    return seen.by()
        .map(by -> t.say("notices.seen-to.by", by, at))
        .orElseGet(() -> t.say("notices.seen-to", at));
  }

  private static Optional<Done> done(Proven proven, StationShelf shelf, Instant now, Texts t) {
    return proven
        .round()
        .ended()
        .map(
            ended ->
                new Done(
                    t.say("keep.done." + Sentences.key(ended.how()), proven.round().by()),
                    t.age(ended.at(), now, shelf.zone()),
                    proven.photos()));
  }
}
