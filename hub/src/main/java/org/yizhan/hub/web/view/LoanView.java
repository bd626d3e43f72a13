package org.yizhan.hub.web.view;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.loans.Loan;
import org.yizhan.hub.loans.Loanable;
import org.yizhan.hub.loans.Loans;
import org.yizhan.hub.loans.Thing;
import org.yizhan.station.BilingualText;

/**
 * One thing that is lent, as whoever scans its tag sees it. Never says who has it.
 *
 * @param said what just happened, or is otherwise to be said first; may be empty
 * @param lead how it stands
 * @param seenMs goes back with the form: what this page shows is what is answered to
 */
public record LoanView(
    String tag,
    Pictogram picture,
    String title,
    String station,
    String stationId,
    State state,
    String said,
    String lead,
    String hint,
    long seenMs) {

  /** How it stands to who looks. */
  public enum State {
    HERE("●", "is-yes"),
    YOURS("●", "is-yes"),
    OUT("◌", "is-unknown"),
    RETIRED("◌", "is-unknown");

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

  /** What it is made from. */
  public record Read(
      Thing thing,
      BilingualText name,
      Duration backWithin,
      Pictogram picture,
      StationStatus station,
      boolean own) {}

  /** A loan of the phone that looks. */
  public record Own(String tag, String title, String station, String sentence, boolean open) {}

  /** An item that may be borrowed at a station. */
  public record Goods(Pictogram picture, String name, String much, String within) {}

  /**
   * Makes it.
   *
   * @param happened {@code taken}, {@code back} or {@code meanwhile}; said only where it fits
   */
  public static LoanView of(Read read, String happened, Instant now, Texts t) {
    Thing thing = read.thing();
    State state = state(thing, read.own());
    String title = title(read.name(), thing, t);
    String station = t.of(read.station().name());
    return new LoanView(
        thing.tag().value(),
        read.picture(),
        title,
        station,
        thing.station().value(),
        state,
        said(state, happened, title, station, t),
        lead(state, read, title, now, t),
        state == State.HERE
            ? t.say(
                "loan.here.hint",
                t.brief(Loans.backBy(now, read.backWithin()), read.station().zone()),
                station)
            : t.say("loan.put-back", station),
        thing.changedMs());
  }

  /** It was just done: the next tap of a hasty thumb must not undo it. */
  public boolean settled() {
    return !said.isEmpty() && (state == State.HERE || state == State.YOURS);
  }

  private static State state(Thing thing, boolean own) {
    if (thing.retired().isPresent()) {
      return State.RETIRED;
    }
    return thing.out().isEmpty() ? State.HERE : own ? State.YOURS : State.OUT;
  }

  private static String said(State state, String happened, String title, String station, Texts t) {
    return switch (happened) {
      case "taken" -> state == State.YOURS ? t.say("loan.said.taken") : "";
      case "back" ->
          switch (state) {
            case HERE -> t.say("loan.said.back", title, station);
            case RETIRED -> t.say("loan.said.turned-up", station);
            case YOURS, OUT -> "";
          };
      case "meanwhile" -> t.say(state == State.OUT ? "loan.said.other-took" : "loan.said.changed");
      default -> "";
    };
  }

  private static String lead(State state, Read read, String title, Instant now, Texts t) {
    Optional<Loan> loan = read.thing().out();
    return switch (state) {
      case HERE -> t.say("loan.here");
      case RETIRED -> t.say("loan.retired");
      case YOURS -> loan.map(out -> yours(out, read, now, t)).orElse("");
      case OUT -> loan.map(out -> out(out, read, title, now, t)).orElse("");
    };
  }

  private static String yours(Loan loan, Read read, Instant now, Texts t) {
    String time = t.brief(loan.backBy(), read.station().zone());
    return t.say(
        loan.lateness(now) == Loan.Lateness.IN_TIME ? "loan.yours" : "loan.yours.late", time);
  }

  private static String out(Loan loan, Read read, String title, Instant now, Texts t) {
    return loan.lateness(now) == Loan.Lateness.IN_TIME
        ? t.say("loan.out", t.brief(loan.backBy(), read.station().zone()))
        : waits(loan, title, now, t);
  }

  /** "Umbrella 3 is waited for: lent 12 days ago": of the thing, never of a person. */
  static String waits(Loan loan, String title, Instant now, Texts t) {
    return t.say("loan.out.late", title, t.span(Duration.between(loan.lent(), now)));
  }

  /** "Umbrella 3". */
  static String title(BilingualText name, Thing thing, Texts t) {
    return t.say("loan.title", t.of(name), String.valueOf(thing.number()));
  }

  public static Own own(
      Thing thing,
      BilingualText name,
      StationStatus station,
      Optional<Instant> back,
      Instant now,
      Texts t) {
    String sentence =
        back.map(at -> t.say("loan.own.back", t.brief(at, station.zone())))
            .or(
                () ->
                    thing
                        .out()
                        .map(
                            loan ->
                                t.say(
                                    loan.lateness(now) == Loan.Lateness.IN_TIME
                                        ? "loan.yours"
                                        : "loan.yours.late",
                                    t.brief(loan.backBy(), station.zone()))))
            .orElse("");
    return new Own(
        thing.tag().value(), title(name, thing, t), t.of(station.name()), sentence, back.isEmpty());
  }

  public static Goods goods(Loanable loanable, Pictogram picture, Texts t) {
    return new Goods(
        picture,
        t.of(loanable.name()),
        t.say("loan.much", loanable.here(), loanable.registered()),
        t.say("loan.within", t.span(loanable.backWithin())));
  }
}
