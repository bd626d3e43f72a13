package org.yizhan.hub.duty;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Groups take a week each, one after the other, over and over; two may swap their weeks.
 *
 * @param groups in the order of their turns, at most {@link #GROUPS_MAX}
 * @param begins first day of the first group's first week; it says with which weekday weeks begin
 * @param swaps those agreed on, in the order they were
 */
public record Rota(List<Group> groups, LocalDate begins, List<Exchange> swaps) {
  public static final int GROUPS_MAX = 8;
  public static final int DAYS = 7;

  /** The groups of two weeks change places; a day that begins no week changes nothing. */
  public record Exchange(LocalDate one, LocalDate other) {}

  public Rota {
    groups = List.copyOf(groups);
    swaps = List.copyOf(swaps);
    if (groups.size() > GROUPS_MAX) {
      throw new IllegalArgumentException("at most " + GROUPS_MAX + " groups take turns");
    }
  }

  /** Whose turn it is on this local day; nobody's before the rota begins. */
  public Optional<Turn> on(LocalDate day) {
    return turns(day, 1).stream().findFirst();
  }

  /** The weeks from the one that holds this day on, those of them that have a group. */
  public List<Turn> turns(LocalDate day, int weeks) {
    if (groups.isEmpty()) {
      return List.of();
    }
    LocalDate first = weekOf(day);
    Map<LocalDate, Group> exchanged = exchanged();
    List<Turn> turns = new ArrayList<>();
    for (int week = 0; week < weeks; week++) {
      LocalDate begin = first.plusWeeks(week);
      if (!begin.isBefore(begins)) {
        Group usual = usual(begin);
        Group group = exchanged.getOrDefault(begin, usual);
        turns.add(new Turn(begin, group, !group.equals(usual)));
      }
    }
    return List.copyOf(turns);
  }

  /** First day of the week of duty that holds this day. */
  public LocalDate weekOf(LocalDate day) {
    return day.minusDays(Math.floorMod(ChronoUnit.DAYS.between(begins, day), DAYS));
  }

  private Group usual(LocalDate begin) {
    long weeks = ChronoUnit.DAYS.between(begins, begin) / DAYS;
    return groups.get(Math.floorMod(weeks, groups.size()));
  }

  private Map<LocalDate, Group> exchanged() {
    Map<LocalDate, Group> exchanged = new HashMap<>();
    for (Exchange swap : swaps) {
      if (isTurn(swap.one()) && isTurn(swap.other())) {
        Group one = exchanged.getOrDefault(swap.one(), usual(swap.one()));
        Group other = exchanged.getOrDefault(swap.other(), usual(swap.other()));
        exchanged.put(swap.one(), other);
        exchanged.put(swap.other(), one);
      }
    }
    return exchanged;
  }

  private boolean isTurn(LocalDate day) {
    return !day.isBefore(begins) && weekOf(day).equals(day);
  }
}
