package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UsagePagesTest extends WithHub {
  @BeforeEach
  void signIn() {
    hub.withAccount();
    client.signIn();
  }

  @Test
  void averages_count_no_day_before_the_records_begin_and_none_to_come() {
    String body = client.get("/usage?lang=en&from=2026-01-01&to=2026-12-24").body();

    assertThat(body).containsPattern("Records begin on 24 Sep\\w* 2026").contains("over 61 days");
  }

  @Test
  void averages_count_every_day_asked_for_when_records_are_older() {
    String body = client.get("/usage?lang=en&from=2026-11-17&to=2026-11-23").body();

    assertThat(body).contains("over 7 days").doesNotContain("Records begin");
  }

  @Test
  void a_station_never_heard_from_shows_no_average() {
    String body = client.get("/usage?lang=en&station=yiling-riders").body();

    assertThat(body).contains("No visits on record").doesNotContain("on average");
  }
}
