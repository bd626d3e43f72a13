package org.yizhan.hub.web;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.yizhan.hub.web.view.Language;
import org.yizhan.hub.web.view.Texts;
import org.yizhan.station.StationId;

/** What one group of open pages shows. */
sealed interface LiveTopic {
  boolean concerns(StationId station);

  /** The HTML of the live part as it is at this time. Blocks on the database. */
  String draw(Instant now);

  /** The overview of a place; every station's change may concern it. */
  record Overview(NetworkReader reader, Site site, String place, Language language)
      implements LiveTopic {
    @Override
    public boolean concerns(StationId station) {
      return true;
    }

    @Override
    public String draw(Instant now) {
      return site.render(
          "overviewlive.jte", Map.of("view", reader.overview(place, now, Texts.of(language))));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Overview that
          && place.equals(that.place)
          && language == that.language;
    }

    @Override
    public int hashCode() {
      return Objects.hash(place, language);
    }
  }

  /** One station's page. */
  record Station(NetworkReader reader, Site site, StationId id, Language language)
      implements LiveTopic {
    @Override
    public boolean concerns(StationId station) {
      return id.equals(station);
    }

    @Override
    public String draw(Instant now) {
      return reader
          .station(id, now, Texts.of(language))
          .map(
              view ->
                  site.render(
                      "stationlive.jte",
                      Map.of("view", view, "sheet", site.assets().address("goods.svg"))))
          .orElse("");
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Station that && id.equals(that.id) && language == that.language;
    }

    @Override
    public int hashCode() {
      return Objects.hash(id, language);
    }
  }
}
