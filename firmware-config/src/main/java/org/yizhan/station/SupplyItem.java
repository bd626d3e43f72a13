package org.yizhan.station;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A thing stocked at this station: restock below {@code minimum} up to {@code target} units, in the
 * given seasons only.
 *
 * @param shelf where it stands, as it is written there, such as A2; 1 to {@link #SHELF_MAX}
 *     characters
 */
public record SupplyItem(
    ItemCode code,
    BilingualText name,
    int minimum,
    int target,
    Set<Season> seasons,
    Terms terms,
    Optional<String> shelf) {
  public static final int QUANTITY_MAX = 10_000;

  /** Characters on a shelf's label. */
  public static final int SHELF_MAX = 12;

  /** In season on every day, whatever is declared. */
  public static final Set<Season> ALL_YEAR = Set.of(Season.SUMMER, Season.WINTER, Season.BETWEEN);

  /**
   * Northern hemisphere, by local month: summer is June to September, winter November to March. An
   * epidemic is in no calendar: the union declares it at the hub, and it comes on top of the month.
   */
  public enum Season {
    SUMMER,
    WINTER,
    BETWEEN,
    EPIDEMIC
  }

  /** On what terms a worker takes it. */
  public sealed interface Terms {}

  /** As many as needed. */
  public record FreeToTake() implements Terms {}

  /** An entitlement: so many a day on one pass, 1 to 10. */
  public record DailyPerPass(int units) implements Terms {
    public static final int UNITS_MAX = 10;

    public DailyPerPass {
      if (units < 1 || units > UNITS_MAX) {
        throw new IllegalArgumentException("a pass may take 1 to " + UNITS_MAX + " a day");
      }
    }
  }

  /** Lent, to be brought back within this time, 1 hour to 30 days. */
  public record Lent(Duration backWithin) implements Terms {
    public static final Duration SHORTEST = Duration.ofHours(1);
    public static final Duration LONGEST = Duration.ofDays(30);

    public Lent {
      if (backWithin.compareTo(SHORTEST) < 0 || backWithin.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException("a loan lasts 1 hour to 30 days");
      }
    }
  }

  public SupplyItem {
    if (minimum < 0 || target < minimum || target < 1 || target > QUANTITY_MAX) {
      throw new IllegalArgumentException(
          "minimum and target must satisfy 0 ≤ minimum ≤ target ≤ "
              + QUANTITY_MAX
              + " and target ≥ 1");
    }
    if (seasons.isEmpty()) {
      throw new IllegalArgumentException("an item needs at least one season");
    }
    shelf.ifPresent(
        label -> {
          if (!isShelf(label)) {
            throw new IllegalArgumentException(
                "a shelf's label has 1 to " + SHELF_MAX + " visible characters on one line");
          }
        });
    seasons = Set.copyOf(EnumSet.copyOf(seasons));
  }

  /** Whether this can be written on a shelf. */
  public static boolean isShelf(String label) {
    return label.length() <= SHELF_MAX && BilingualText.isValid(label);
  }

  /** An item that is free to take, wherever it stands. */
  public SupplyItem(
      ItemCode code, BilingualText name, int minimum, int target, Set<Season> seasons) {
    this(code, name, minimum, target, seasons, new FreeToTake(), Optional.empty());
  }
}
