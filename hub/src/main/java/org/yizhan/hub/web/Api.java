package org.yizhan.hub.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.usage.UsageChart;
import org.yizhan.hub.web.view.Language;
import org.yizhan.hub.web.view.Texts;
import org.yizhan.station.StationId;

/**
 * REST for programs: read only, by bearer token (or by a signed-in person's own browser). Described
 * by {@code /api/v1/openapi.json}.
 */
final class Api {
  private static final int USUAL_DAYS = 7;
  private static final String ROOT = "/api/v1";
  private static final String STATIONS = "/stations";
  private static final String STATION = "/stations/:id";
  private static final String USAGE = "/stations/:id/usage";

  /** All that can be asked, below {@code /api/v1}. */
  static final List<String> PATHS = List.of(STATIONS, STATION, USAGE);

  private final Site site;

  private Api(Site site) {
    this.site = site;
  }

  /** Answers one call; runs where blocking is allowed. */
  @FunctionalInterface
  private interface Call {
    void answer(RoutingContext ctx);
  }

  static void mount(Router router, Site site) {
    Api api = new Api(site);
    router.get(ROOT + "/openapi.json").handler(ctx -> send(ctx, OpenApiDocument.text()));
    api.get(router, ROOT + STATIONS, api::stations);
    api.get(router, ROOT + STATION, api::station);
    api.get(router, ROOT + USAGE, api::usage);
    router.get("/api/*").handler(ctx -> Problem.of(404, "there is no such resource").send(ctx));
    router.route("/api/*").handler(ctx -> Problem.of(405, "the API is read only").send(ctx));
  }

  private void get(Router router, String path, Call call) {
    router
        .get(path)
        .blockingHandler(
            ctx -> {
              if (!Bearer.mayRead(ctx, site.parts().tokens())
                  && new Visit(ctx, site).who().isEmpty()) {
                Problem.of(401, "send an API token: Authorization: Bearer …").send(ctx);
                return;
              }
              try {
                call.answer(ctx);
              } catch (BadRequest e) {
                Problem.of(400, e.parameter() + ": " + e.sentence()).send(ctx);
              } catch (NotFound e) {
                Problem.of(404, e.sentence()).send(ctx);
              }
            },
            false);
  }

  private void stations(RoutingContext ctx) {
    Instant now = site.parts().clock().instant();
    Texts t = texts(ctx);
    JsonArray all = new JsonArray();
    site.parts().readings().stations(now).forEach(s -> all.add(ApiJson.station(s, now, t)));
    send(ctx, all.encode());
  }

  private void station(RoutingContext ctx) {
    Instant now = site.parts().clock().instant();
    StationStatus status = find(ctx, now);
    send(
        ctx,
        ApiJson.stationInFull(
                status, site.parts().readings().stock(status.id(), now), now, texts(ctx))
            .encode());
  }

  private void usage(RoutingContext ctx) {
    Instant now = site.parts().clock().instant();
    StationStatus status = find(ctx, now);
    ZoneId zone = status.zone();
    Instant to = time(ctx, "to", zone).orElse(now.plus(Duration.ofHours(1)));
    Instant from = time(ctx, "from", zone).orElse(to.minus(Duration.ofDays(USUAL_DAYS)));
    if (!from.isBefore(to)) {
      throw new BadRequest("from", "must lie before to");
    }
    if (Duration.between(from, to).toDays() > UsageChart.DAYS_MAX) {
      throw new BadRequest("from", "must lie at most " + UsageChart.DAYS_MAX + " days before to");
    }
    JsonArray hours = new JsonArray();
    site.parts()
        .readings()
        .visitsByHour(status.id(), from, to)
        .forEach(hour -> hours.add(ApiJson.hour(hour)));
    send(ctx, hours.encode());
  }

  private StationStatus find(RoutingContext ctx, Instant now) {
    String id = String.valueOf(ctx.pathParam("id"));
    return (StationId.isValid(id)
            ? site.parts().readings().station(new StationId(id), now)
            : Optional.<StationStatus>empty())
        .orElseThrow(() -> new NotFound("there is no such station"));
  }

  /** A local day (its midnight) or a time with its offset (RFC 3339). */
  private static Optional<Instant> time(RoutingContext ctx, String name, ZoneId zone) {
    var values = ctx.queryParam(name);
    if (values.isEmpty()) {
      return Optional.empty();
    }
    String text = values.getFirst();
    try {
      Instant time =
          text.length() == 10
              ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
              : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
      if (time.isBefore(Instant.EPOCH) || time.isAfter(Instant.parse("9999-01-01T00:00:00Z"))) {
        throw new BadRequest(name, "must lie between 1970 and 9998");
      }
      return Optional.of(time);
    } catch (DateTimeParseException e) {
      throw new BadRequest(
          name, "must be a day (2026-11-23) or a time with offset (2026-11-23T08:00:00+08:00)");
    }
  }

  private static Texts texts(RoutingContext ctx) {
    String header = ctx.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    return Texts.of(Language.ofHeader(header == null ? "" : header));
  }

  private static void send(RoutingContext ctx, String json) {
    ctx.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json").end(json);
  }
}
