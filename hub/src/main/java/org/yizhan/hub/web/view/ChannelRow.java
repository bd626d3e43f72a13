package org.yizhan.hub.web.view;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.notice.Audience;
import org.yizhan.hub.notify.Subscription;
import org.yizhan.hub.notify.Subscriptions;
import org.yizhan.station.StationId;

/**
 * One channel and how it fares.
 *
 * @param address never enough to use it
 * @param whom of what it hears, in words
 * @param quiet its quiet hours as a sentence, or empty
 * @param look the class of how it stands
 * @param state how it stands, as a sentence
 * @param last when the last message was tried
 * @param answer the last answer word for word, or empty
 * @param waiting a sentence when something waits, or empty
 */
public record ChannelRow(
    String name,
    String kind,
    String address,
    String whom,
    String quiet,
    String look,
    String glyph,
    String state,
    Optional<Age> last,
    String answer,
    String waiting,
    boolean silenced) {
  private static final ZoneId USUAL_ZONE = ZoneId.of("Asia/Shanghai");

  static ChannelRow of(
      Subscriptions.Standing standing,
      Map<StationId, StationStatus> stations,
      Instant now,
      Texts t) {
    Subscription subscription = standing.subscription();
    Subscription.Wish wish = subscription.wish();
    State state = state(standing, now, t);
    return new ChannelRow(
        wish.name(),
        t.say("notices.kind." + wish.channel().kind()),
        wish.channel().shown(),
        whom(wish.audience(), stations, t),
        wish.quiet()
            .map(hours -> t.say("notices.quiet", hours.text().replace("-", "–")))
            .orElse(""),
        state.look(),
        state.glyph(),
        state.sentence(),
        standing.last().map(last -> t.age(last.tried(), now, USUAL_ZONE)),
        standing.last().flatMap(Subscriptions.LastLetter::answer).orElse(""),
        waiting(standing, t),
        subscription.unsubscribed() || subscription.isMuted(now));
  }

  private record State(String look, String glyph, String sentence) {}

  private static State state(Subscriptions.Standing standing, Instant now, Texts t) {
    Subscription subscription = standing.subscription();
    if (subscription.unsubscribed()) {
      return new State("is-unknown", "◌", t.say("notices.state.unsubscribed"));
    }
    if (subscription.isMuted(now)) {
      return new State(
          "is-unknown",
          "◌",
          subscription.mutedUntil().equals(Instant.MAX)
              ? t.say("notices.state.muted")
              : t.say(
                  "notices.state.muted-until",
                  t.briefOf(subscription.mutedUntil(), now, USUAL_ZONE)));
    }
    if (standing.last().isEmpty()) {
      return new State("is-unknown", "◌", t.say("notices.state.nothing-yet"));
    }
    Subscriptions.LastLetter last = standing.last().get();
    return switch (last.fate()) {
      case ARRIVED -> new State("is-yes", "●", t.say("notices.state.arrived"));
      case GIVEN_UP ->
          new State(
              "is-no",
              "▲",
              t.say("notices.state.given-up", AnswerWords.of(last.answer().orElse(""), t)));
      case TRIED_AGAIN ->
          last.answer().isEmpty()
              ? new State("is-unknown", "◌", t.say("notices.state.under-way"))
              : new State(
                  "is-no",
                  "▲",
                  t.say("notices.state.again", AnswerWords.of(last.answer().get(), t)));
    };
  }

  private static String waiting(Subscriptions.Standing standing, Texts t) {
    List<String> sentences =
        List.of(
            standing.waiting() == 0 ? "" : t.say("notices.waiting", standing.waiting()),
            standing.givenUp() == 0 ? "" : t.say("notices.given-up", standing.givenUp()),
            standing.shed() == 0 ? "" : t.say("notices.shed", standing.shed()));
    return String.join(
        t.say("notices.dot"), sentences.stream().filter(each -> !each.isEmpty()).toList());
  }

  /** "Keepers of the station …", "the union of …". */
  static String whom(Audience audience, Map<StationId, StationStatus> stations, Texts t) {
    String role = t.say("notices.role." + audience.role().word());
    return switch (audience.scope()) {
      case Audience.Scope.OneStation(StationId id) -> {
        StationStatus station = stations.get(id);
        yield t.say(
            "notices.whom.station", role, station == null ? id.value() : t.of(station.name()));
      }
      case Audience.Scope.Below below -> t.say("notices.whom.place", role, t.of(below.place()));
    };
  }
}
