package org.yizhan.hub.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yizhan.station.SupplyItem;
import org.yizhan.station.SupplyItem.Season;

/** What is in season on a day. */
class SeasonsTest {
  private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);

  @Test
  void an_epidemic_is_in_season_while_it_is_declared_and_on_no_other_day_of_the_year() {
    Set<Season> epidemic = Set.of(Season.EPIDEMIC);

    for (int day = 0; day < 365; day++) {
      assertThat(Seasons.include(epidemic, NEW_YEAR.plusDays(day), false)).isFalse();
      assertThat(Seasons.include(epidemic, NEW_YEAR.plusDays(day), true)).isTrue();
    }
  }

  @Test
  void an_epidemic_comes_on_top_of_the_calendar() {
    Set<Season> winter = Set.of(Season.WINTER);

    assertThat(Seasons.include(winter, NEW_YEAR, true)).isTrue();
    assertThat(Seasons.include(winter, NEW_YEAR.plusMonths(6), true)).isFalse();
  }

  @Test
  void all_the_year_is_every_day_without_an_epidemic() {
    for (int day = 0; day < 365; day++) {
      assertThat(Seasons.include(SupplyItem.ALL_YEAR, NEW_YEAR.plusDays(day), false)).isTrue();
    }
  }
}
