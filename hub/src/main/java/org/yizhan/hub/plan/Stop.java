package org.yizhan.hub.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.yizhan.station.ItemCode;
import org.yizhan.station.Position;
import org.yizhan.station.StationId;
import org.yizhan.station.StationProfile;

/**
 * A station that may be restocked on the planned day.
 *
 * @param at where it stands; a station nobody has given a place is left out and named
 * @param open when it can be restocked, in any order; the whole work there falls into one window
 * @param needs what brings every item to its target, each item once, what matters most first; may
 *     be empty above the minimum
 * @param daysLeftP10 days until the first of its items runs out, of which the forecast says that it
 *     comes sooner in one case of ten; empty where there is no forecast
 * @param belowMinimum whether an item has fallen below its minimum
 * @param serviceMinutes how long the work at the shelf takes, 0 to 240
 */
public record Stop(
    StationId station,
    Optional<Position> at,
    List<Window> open,
    List<Need> needs,
    OptionalDouble daysLeftP10,
    boolean belowMinimum,
    int serviceMinutes) {
  public static final int WINDOWS_MAX = 24;
  public static final int SERVICE_MINUTES_MAX = 240;

  public Stop {
    if (open.size() > WINDOWS_MAX) {
      throw new IllegalArgumentException(
          station + " has " + open.size() + " windows; at most " + WINDOWS_MAX);
    }
    open = Window.merged(open);
    needs = List.copyOf(needs);
    if (needs.size() > StationProfile.SUPPLIES_MAX) {
      throw new IllegalArgumentException(
          station + " needs " + needs.size() + " items; at most " + StationProfile.SUPPLIES_MAX);
    }
    Set<ItemCode> seen = new HashSet<>();
    for (Need need : needs) {
      if (!seen.add(need.item())) {
        throw new IllegalArgumentException(station + " needs " + need.item() + " twice");
      }
    }
    if (belowMinimum && needs.isEmpty()) {
      throw new IllegalArgumentException(station + " is below its minimum and needs nothing");
    }
    if (daysLeftP10.isPresent() && !(daysLeftP10.getAsDouble() >= 0)) {
      throw new IllegalArgumentException(
          station + " cannot have " + daysLeftP10.getAsDouble() + " days left");
    }
    if (serviceMinutes < 0 || serviceMinutes > SERVICE_MINUTES_MAX) {
      throw new IllegalArgumentException(
          "the work at "
              + station
              + " takes 0 to "
              + SERVICE_MINUTES_MAX
              + " minutes, not "
              + serviceMinutes);
    }
  }

  /** Whether there is a window as long as the work. */
  boolean opensLongEnough() {
    return open.stream().anyMatch(window -> window.minutes() >= Math.max(1, serviceMinutes));
  }

  /** What all that it needs takes up in a vehicle. */
  long millilitres() {
    return needs.stream().mapToLong(Need::millilitres).sum();
  }

  /** How many units it needs of everything together. */
  public int units() {
    return needs.stream().mapToInt(Need::units).sum();
  }

  /**
   * The same station, asked for what one of these carriers can bring in one go: of each need in
   * turn as many whole units as the largest vehicle still holds. Unchanged where all fits, where
   * not one unit does, or where there is no carrier, so that a plan can say why nobody goes.
   */
  public Stop asFarAsFits(List<Carrier> carriers) {
    long room = carriers.stream().mapToLong(Carrier::millilitres).max().orElse(0);
    List<Need> fitting = new ArrayList<>();
    for (Need need : needs) {
      Optional<Need> part = need.within(room);
      part.ifPresent(fitting::add);
      room -= part.map(Need::millilitres).orElse(0L);
    }
    return fitting.isEmpty()
        ? this
        : new Stop(station, at, open, fitting, daysLeftP10, belowMinimum, serviceMinutes);
  }

  /** Who is helped first: fewer days. Where there is no forecast nobody can promise a day. */
  double urgencyDays() {
    return daysLeftP10.orElse(0);
  }
}
