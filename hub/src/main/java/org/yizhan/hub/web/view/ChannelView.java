package org.yizhan.hub.web.view;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.notify.Subscriptions;

/**
 * One channel, and what a test message was answered.
 *
 * @param language in which it is written to
 */
public record ChannelView(ChannelRow row, String language, Optional<Trial> trial) {
  private static final ZoneId USUAL_ZONE = ZoneId.of("Asia/Shanghai");
  private static final int STATIONS_MAX = 500;

  /**
   * A test message.
   *
   * @param underWay nothing was answered yet
   * @param why what was answered when it did not arrive
   */
  public record Tried(Instant at, boolean underWay, Optional<String> why) {}

  /**
   * What is shown of it.
   *
   * @param look the class of how it went
   * @param raw what was answered, word for word, or empty
   */
  public record Trial(String look, String glyph, String sentence, String raw, Age age) {}

  /** A channel as it is typed; never with a secret. */
  public record Form(
      String kind,
      boolean takesSecret,
      boolean needsSecret,
      String name,
      String address,
      String role,
      String scope,
      String language,
      String quietFrom,
      String quietTo) {}

  /** What is wrong with a field. */
  public record Wrong(String field, String sentence) {}

  /**
   * A place or a station to hear of.
   *
   * @param station whether it is a station
   */
  public record ScopeChoice(String value, String name, boolean station) {}

  public static ChannelView of(
      Subscriptions.Standing standing,
      Optional<Tried> tried,
      List<StationStatus> stations,
      Instant now,
      Texts t) {
    return new ChannelView(
        ChannelRow.of(standing, NoticesView.byId(stations), now, t),
        t.say("notices.language." + standing.subscription().wish().tongue().word()),
        tried.map(each -> trial(each, now, t)));
  }

  private static Trial trial(Tried tried, Instant now, Texts t) {
    Age age = t.age(tried.at(), now, USUAL_ZONE);
    if (tried.underWay()) {
      return new Trial("is-unknown", "◌", t.say("notices.test.under-way"), "", age);
    }
    return tried
        .why()
        .map(
            why ->
                new Trial(
                    "is-no", "▲", t.say("notices.test.failed", AnswerWords.of(why, t)), why, age))
        .orElseGet(() -> new Trial("is-yes", "●", t.say("notices.test.arrived"), "", age));
  }

  /** Every place of the tree, then the stations. */
  public static List<ScopeChoice> scopes(List<StationStatus> stations, Texts t) {
    List<ScopeChoice> choices = new ArrayList<>();
    PlaceChoice.of(stations, "", t)
        .forEach(
            place ->
                choices.add(new ScopeChoice("place:" + place.path(), place.indented(), false)));
    stations.stream()
        .limit(STATIONS_MAX)
        .forEach(
            station ->
                choices.add(
                    new ScopeChoice(
                        "station:" + station.id().value(), t.of(station.name()), true)));
    return choices;
  }
}
