package org.yizhan.hub.web.view;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.notice.Audience;
import org.yizhan.hub.notice.Urgency;
import org.yizhan.hub.notify.StandingMatter;
import org.yizhan.hub.notify.Subscriptions;
import org.yizhan.station.StationId;
import org.yizhan.station.UnionPlace;

/**
 * What stands, and who hears of what.
 *
 * @param open matters nobody said they see to
 * @param moreMatters matters that are not shown
 * @param moreChannels channels that are not shown
 */
public record NoticesView(
    String place,
    List<PlaceChoice> places,
    List<Matter> matters,
    int open,
    int moreMatters,
    List<ChannelRow> channels,
    int moreChannels) {
  private static final int MATTERS_SHOWN = 40;
  private static final int CHANNELS_SHOWN = 100;
  private static final int NAMES_SHOWN = 3;
  private static final ZoneId USUAL_ZONE = ZoneId.of("Asia/Shanghai");

  /**
   * One matter.
   *
   * @param told who was told, as a sentence
   * @param toNobody whether that is nobody, so that somebody should hear of it
   * @param next who is told next, or who sees to it
   */
  public record Matter(
      String key,
      String title,
      String text,
      String link,
      boolean urgent,
      Age since,
      String told,
      boolean toNobody,
      String next,
      boolean acknowledged) {}

  /** What it is made from. */
  public record Read(
      List<StandingMatter> matters,
      List<Subscriptions.Standing> channels,
      List<StationStatus> stations) {}

  public static NoticesView of(Read read, String place, Instant now, Texts t) {
    Map<StationId, StationStatus> stations = byId(read.stations());
    List<Subscriptions.Standing> channels =
        read.channels().stream().filter(each -> isAt(place, each, stations)).toList();
    return new NoticesView(
        place,
        PlaceChoice.of(read.stations(), place, t),
        read.matters().stream()
            .sorted(Comparator.comparing(matter -> matter.acknowledged().isPresent()))
            .limit(MATTERS_SHOWN)
            .map(matter -> matter(matter, zone(matter, stations), now, t))
            .toList(),
        (int) read.matters().stream().filter(each -> each.acknowledged().isEmpty()).count(),
        Math.max(0, read.matters().size() - MATTERS_SHOWN),
        channels.stream()
            .limit(CHANNELS_SHOWN)
            .map(each -> ChannelRow.of(each, stations, now, t))
            .toList(),
        Math.max(0, channels.size() - CHANNELS_SHOWN));
  }

  static Map<StationId, StationStatus> byId(List<StationStatus> stations) {
    return stations.stream().collect(Collectors.toMap(StationStatus::id, Function.identity()));
  }

  private static ZoneId zone(StandingMatter matter, Map<StationId, StationStatus> stations) {
    return Optional.ofNullable(stations.get(matter.station()))
        .map(StationStatus::zone)
        .orElse(USUAL_ZONE);
  }

  /** Whether a channel hears of something at this place. */
  private static boolean isAt(
      String place, Subscriptions.Standing standing, Map<StationId, StationStatus> stations) {
    return place.isEmpty()
        || switch (standing.subscription().wish().audience().scope()) {
          case Audience.Scope.OneStation(StationId id) ->
              Optional.ofNullable(stations.get(id))
                  .filter(station -> PlaceChoice.holds(place, station))
                  .isPresent();
          case Audience.Scope.Below(UnionPlace below) ->
              isWithin(below.toString(), place) || isWithin(place, below.toString());
        };
  }

  private static boolean isWithin(String inner, String outer) {
    return inner.equals(outer) || inner.startsWith(outer + '/');
  }

  private static Matter matter(StandingMatter matter, ZoneId zone, Instant now, Texts t) {
    return new Matter(
        matter.key().value(),
        t.language() == Language.ZH ? matter.title().zh() : matter.title().en(),
        t.language() == Language.ZH ? matter.text().zh() : matter.text().en(),
        matter.link(),
        matter.urgency() == Urgency.URGENT,
        t.age(matter.began(), now, zone),
        told(matter.told(), t),
        matter.told().isEmpty(),
        next(matter, zone, now, t),
        matter.acknowledged().isPresent());
  }

  private static String told(List<String> names, Texts t) {
    if (names.isEmpty()) {
      return t.say("notices.told.nobody");
    }
    String first =
        String.join(
            t.say("phone.needy.comma"), names.subList(0, Math.min(NAMES_SHOWN, names.size())));
    return names.size() <= NAMES_SHOWN
        ? t.say("notices.told", first)
        : t.say("notices.told.more", first, names.size() - NAMES_SHOWN);
  }

  private static String next(StandingMatter matter, ZoneId zone, Instant now, Texts t) {
    if (matter.acknowledged().isPresent()) {
      StandingMatter.Acknowledged seen = matter.acknowledged().get();
      String at = t.briefOf(seen.at(), now, zone);
      return seen.by()
          .map(by -> t.say("notices.seen-to.by", by, at))
          .orElseGet(() -> t.say("notices.seen-to", at));
    }
    return matter
        .next()
        .map(
            next ->
                t.say(
                    "notices.next",
                    t.briefOf(next.due(), now, zone),
                    t.say("notices.role." + next.role().word())))
        .orElseGet(() -> t.say("notices.next.nobody"));
  }
}
