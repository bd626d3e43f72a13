package org.yizhan.hub.web.view;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
   * @param uncounted items nobody has counted yet
   */
  public record Station(
      SuppliesView.Station supplies,
      State state,
      String sentence,
      int uncounted,
      List<Done> done) {}

  /** A round that ended: who, how, when, and what proves it. */
  public record Done(String sentence, Age age, List<ProofPhotos.Kept> photos) {}

  /** A round with its pictures. */
  public record Proven(Round round, List<ProofPhotos.Kept> photos) {}

  private record Judged(StationShelf shelf, State state) {}

  /**
   * Makes it.
   *
   * @param done the latest ended rounds of a station; asked for those that are shown only
   */
  public static KeeperView of(
      SuppliesView.Read read,
      Function<StationId, List<Proven>> done,
      String place,
      Instant now,
      Texts t) {
    List<Judged> here =
        read.shelves().stream()
            .map(shelf -> new Judged(shelf, judge(shelf, read, now)))
            .sorted(
                Comparator.comparing(Judged::state)
                    .thenComparingInt(judged -> SuppliesView.urgency(judged.shelf())))
            .toList();
    return new KeeperView(
        place,
        PlaceChoice.ofPlaces(read.places(), place, t),
        here.stream()
            .limit(STATIONS_SHOWN)
            .map(judged -> station(judged, read, done.apply(judged.shelf().id()), now, t))
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
      Judged judged, SuppliesView.Read read, List<Proven> done, Instant now, Texts t) {
    StationShelf shelf = judged.shelf();
    SuppliesView.Station supplies = SuppliesView.station(shelf, read, now, t);
    int uncounted = uncounted(shelf);
    String sentence =
        switch (judged.state()) {
          case OVERDUE, GOING -> supplies.onTheWay().orElse("");
          case UNCLAIMED -> t.say("supplies.unclaimed");
          case UNKNOWN ->
              t.say(uncounted > 0 ? "keep.uncounted" : "keep.nothing-stocked", uncounted);
          case FINE -> t.say("keep.fine");
        };
    return new Station(
        supplies,
        judged.state(),
        sentence,
        judged.state() == State.UNKNOWN ? 0 : uncounted,
        done.stream().flatMap(proven -> done(proven, shelf, now, t).stream()).toList());
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
