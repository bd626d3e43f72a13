package org.yizhan.hub.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yizhan.wire.DutyMoment;

/**
 * From a signed opening to its closing. Without one it ends at the last thing signed in it: nothing
 * is counted that nobody vouches for.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record Spell(Instant from, Instant to, Ending ending) {
  /**
   * A closing signed later than this after the opening belongs to another opening. Stations open
   * from five to one; who opened yesterday and forgot to close signs the next opening within a day.
   */
  public static final Duration LONGEST = Duration.ofHours(22);

  /** How its end is known. */
  public enum Ending {
    SIGNED,
    /** Nobody signed it. */
    MISSING,
    /** It may still come. */
    RUNNING
  }

  /** The spells of what was signed, given in order of time. */
  public static List<Spell> of(List<Signed> signed, ZoneId zone, Instant now) {
    Building building = new Building(zone);
    signed.forEach(building::take);
    return building.end(now);
  }

  private static final class Building {
    private final ZoneId zone;
    private final List<Spell> spells = new ArrayList<>();
    private @Nullable Instant opened;
    private Instant last = Instant.MIN;

    Building(ZoneId zone) {
      this.zone = zone;
    }

    void take(Signed signed) {
      Instant at = signed.at();
      if (opened != null && isOver(opened, signed)) {
        spells.add(new Spell(opened, last, Ending.MISSING));
        opened = null;
      }
      if (opened == null) {
        if (signed.moment() == DutyMoment.OPENED) {
          opened = at;
          last = at;
        }
        return;
      }
      last = at;
      if (signed.moment() == DutyMoment.CLOSED) {
        spells.add(new Spell(opened, at, Ending.SIGNED));
        opened = null;
      }
    }

    /** An opening signed twice on a day is one; on another day it says that nobody closed. */
    private boolean isOver(Instant began, Signed next) {
      return next.at().isAfter(began.plus(LONGEST))
          || (next.moment() == DutyMoment.OPENED && !day(began).equals(day(next.at())));
    }

    private LocalDate day(Instant at) {
      return at.atZone(zone).toLocalDate();
    }

    List<Spell> end(Instant now) {
      Optional.ofNullable(opened)
          .ifPresent(
              began ->
                  spells.add(
                      new Spell(
                          began,
                          last,
                          now.isAfter(began.plus(LONGEST)) ? Ending.MISSING : Ending.RUNNING)));
      return List.copyOf(spells);
    }
  }
}
