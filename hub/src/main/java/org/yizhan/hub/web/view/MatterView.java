package org.yizhan.hub.web.view;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.yizhan.hub.matters.Matter;
import org.yizhan.hub.matters.MatterRules;
import org.yizhan.hub.matters.MatterState;
import org.yizhan.hub.matters.RepeatedFaults;
import org.yizhan.hub.rounds.ProofPhotos;
import org.yizhan.station.StationProfile;

/**
 * A matter as a page shows it. Holds no id: pages for others than who raised it are made of it.
 *
 * @param what its kind, with the thing where one is named
 * @param by who raised it, where that is a person who was let in
 * @param look {@code is-yes}, {@code is-no} or {@code is-unknown}
 * @param day when it was raised, as a day
 * @param photos those that came with the report
 */
public record MatterView(
    int number,
    String station,
    String stationName,
    String what,
    String words,
    String by,
    String state,
    String glyph,
    String look,
    Age raised,
    String day,
    List<Step> steps,
    List<ProofPhotos.Kept> photos) {

  /** Something said to it: who said what, and when. */
  public record Step(
      String who, String what, String words, Age age, List<ProofPhotos.Kept> photos) {}

  /** A matter of the phone that asks, with the link only it has. */
  public record Mine(String link, String title, String state, String glyph, String look) {}

  /** A matter with the station it is of. */
  public record Read(
      Matter matter,
      List<Matter.Step> steps,
      List<ProofPhotos.Kept> photos,
      String stationName,
      ZoneId zone,
      Optional<StationProfile> profile) {}

  public static MatterView of(Read read, Instant now, Texts t) {
    Matter matter = read.matter();
    return new MatterView(
        matter.number(),
        matter.station().value(),
        read.stationName(),
        what(matter, read.profile(), t),
        matter.words(),
        matter.by().orElse(""),
        t.say(
            MatterRules.isOnFoundList(matter)
                ? "matter.state.kept"
                : "matter.state." + Sentences.key(matter.state())),
        glyph(matter.state()),
        look(matter.state()),
        t.age(matter.raised(), now, read.zone()),
        t.date(matter.raised().atZone(read.zone()).toLocalDate()),
        steps(read, now, t),
        photos(
            read,
            Instant.MIN,
            read.steps().isEmpty() ? Instant.MAX : read.steps().getFirst().at()));
  }

  public static String what(Matter matter, Optional<StationProfile> profile, Texts t) {
    String kind = t.say("matter.kind." + Sentences.key(matter.kind()));
    return matter
        .thing()
        .map(thing -> t.say("matter.what", kind, Things.name(profile, thing, t)))
        .orElse(kind);
  }

  private static List<Step> steps(Read read, Instant now, Texts t) {
    List<Matter.Step> steps = read.steps();
    return IntStream.range(0, steps.size())
        .mapToObj(
            at -> {
              Matter.Step step = steps.get(at);
              Instant next = at + 1 < steps.size() ? steps.get(at + 1).at() : Instant.MAX;
              boolean rating = step.what().isRating();
              return new Step(
                  rating
                      ? t.say("matter.raiser")
                      : step.by().orElseGet(() -> t.say("matter.union")),
                  t.say((rating ? "matter.rating." : "matter.step.") + Sentences.key(step.what())),
                  step.words(),
                  t.age(step.at(), now, read.zone()),
                  rating ? List.of() : photos(read, step.at(), next));
            })
        .toList();
  }

  /** Pictures are kept at the moment of what they belong to, or just after. */
  private static List<ProofPhotos.Kept> photos(Read read, Instant from, Instant before) {
    return read.photos().stream()
        .filter(photo -> !photo.at().isBefore(from) && photo.at().isBefore(before))
        .toList();
  }

  private static String glyph(MatterState state) {
    return switch (state) {
      case OPEN, REOPENED -> "▲";
      case ANSWERED, DECLINED -> "◌";
      case SOLVED -> "●";
    };
  }

  private static String look(MatterState state) {
    return switch (state) {
      case OPEN, REOPENED -> "is-no";
      case ANSWERED, DECLINED -> "is-unknown";
      case SOLVED -> "is-yes";
    };
  }

  /** What broke too often at a station, as sentences that say what was counted. */
  public static List<String> repeated(
      List<RepeatedFaults.Repeated> repeated, Optional<StationProfile> profile, Texts t) {
    return repeated.stream()
        .map(
            each ->
                t.say(
                    "matters.replace",
                    Things.name(profile, each.thing(), t),
                    each.times(),
                    RepeatedFaults.WITHIN.toDays(),
                    each.reports(),
                    each.deviceFaults()))
        .toList();
  }
}
