package org.yizhan.hub.duty;

import java.time.LocalDate;

/**
 * One week of one group, in the station's local days.
 *
 * @param swapped whether it is another group's by rotation
 */
public record Turn(LocalDate first, Group group, boolean swapped) {
  public LocalDate last() {
    return first.plusDays(Rota.DAYS - 1L);
  }
}
