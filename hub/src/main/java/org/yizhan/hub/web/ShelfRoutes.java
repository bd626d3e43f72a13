package org.yizhan.hub.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.Optional;
import org.yizhan.hub.people.Volunteer;
import org.yizhan.hub.people.Volunteers;
import org.yizhan.hub.rounds.SmallPhoto;
import org.yizhan.hub.store.EntryKey;
import org.yizhan.station.StationId;

/**
 * What a volunteer's phone asks and sends, below {@code /s/}. Everybody may look; who enters
 * something was let in once by an invitation and is known by the phone's cookie.
 */
final class ShelfRoutes {
  static final int MESSAGE_BYTES_MAX = 64 * 1_024;

  private final Site site;
  private final ShelfDesk desk;
  private final EntryPace pace = new EntryPace();

  private ShelfRoutes(Site site) {
    this.site = site;
    this.desk = new ShelfDesk(site.parts());
  }

  /** Answers one call of a phone; runs where blocking is allowed. */
  @FunctionalInterface
  private interface Call {
    JsonObject answer(Asked asked);
  }

  /**
   * A call of a phone.
   *
   * @param who whose phone it is
   */
  record Asked(RoutingContext ctx, Visit visit, StationId station, Optional<Volunteer> who) {
    /** The JSON object that was sent. */
    JsonObject body() {
      try {
        JsonObject body = ctx.body().asJsonObject();
        if (body != null) {
          return body;
        }
      } catch (RuntimeException notJson) {
        throw new BadRequest("body", visit.texts().say("shelf.bad-message"));
      }
      throw new BadRequest("body", visit.texts().say("shelf.bad-message"));
    }
  }

  static void mount(Router router, Site site) {
    ShelfRoutes routes = new ShelfRoutes(site);
    router.put("/s/*").handler(OwnOrigin::check);
    routes.call(router.get("/s/:id/shelf.json"), false, routes.desk::state);
    for (String path : new String[] {"claim", "give-back", "entries", "known"}) {
      router
          .post("/s/:id/" + path)
          .handler(BodyHandler.create(false).setBodyLimit(MESSAGE_BYTES_MAX));
    }
    routes.call(router.post("/s/:id/claim"), true, routes.desk::claim);
    routes.call(router.post("/s/:id/give-back"), true, routes.desk::giveBack);
    routes.call(router.post("/s/:id/entries"), true, routes.desk::enter);
    routes.call(router.post("/s/:id/known"), true, routes.desk::known);
    routes.duty(router);
    router
        .put("/s/:id/photos/:photo")
        .handler(BodyHandler.create(false).setBodyLimit(SmallPhoto.BYTES_MAX));
    routes.call(router.put("/s/:id/photos/:photo"), true, routes.desk::photo);
  }

  private void duty(Router router) {
    DutyDesk duty = new DutyDesk(site.parts(), desk);
    for (String path : new String[] {"duty", "duty-group", "duty-swap", "duty-answer"}) {
      router
          .post("/s/:id/" + path)
          .handler(BodyHandler.create(false).setBodyLimit(MESSAGE_BYTES_MAX));
    }
    call(router.post("/s/:id/duty"), true, duty::sign);
    call(router.post("/s/:id/duty-group"), true, duty::join);
    call(router.post("/s/:id/duty-swap"), true, duty::ask);
    call(router.post("/s/:id/duty-answer"), true, duty::answer);
  }

  private void call(io.vertx.ext.web.Route route, boolean membersOnly, Call call) {
    route.blockingHandler(ctx -> answer(ctx, membersOnly, call), false);
  }

  private void answer(RoutingContext ctx, boolean membersOnly, Call call) {
    Visit visit = new Visit(ctx, site);
    try {
      String id = visit.path("id");
      if (!StationId.isValid(id)) {
        throw new NotFound(visit.texts().say("shelf.no-station"));
      }
      Optional<Volunteer> who = phoneOf(visit, site);
      Asked asked = new Asked(ctx, visit, new StationId(id), who);
      if (membersOnly && who.isEmpty()) {
        Problem.of(401, visit.texts().say("shelf.join-first")).send(ctx);
      } else if (membersOnly
          && !site.parts().shelves().volunteers().mayHelpAt(who.get(), asked.station())) {
        Problem.of(403, visit.texts().say("shelf.not-yours")).send(ctx);
      } else {
        Optional<Duration> wait =
            membersOnly ? pace.take(who.get().number(), visit.now()) : Optional.empty();
        if (wait.isPresent()) {
          tooMuch(visit, wait.get());
        } else {
          send(ctx, call.answer(asked));
        }
      }
    } catch (BadRequest e) {
      Problem.of(400, e.sentence()).send(ctx);
    } catch (ClassCastException e) { // a number where a text should be
      Problem.of(400, visit.texts().say("shelf.bad-message")).send(ctx);
    } catch (Conflict e) {
      Problem.of(409, e.sentence()).send(ctx);
    } catch (NotFound e) {
      Problem.of(404, e.sentence()).send(ctx);
    }
  }

  /** Nothing is lost: the phone keeps it and sends it again. */
  private static void tooMuch(Visit visit, Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    visit.context().response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    Problem.of(429, visit.texts().say("shelf.too-much", seconds)).send(visit.context());
  }

  /** Whose phone asks. */
  static Optional<Volunteer> phoneOf(Visit visit, Site site) {
    return site.parts().shelves().volunteers().byPhone(phoneCookie(visit.context(), site));
  }

  private static void send(RoutingContext ctx, JsonObject answer) {
    ctx.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json").end(answer.encode());
  }

  static String phoneCookie(RoutingContext ctx, Site site) {
    Cookie cookie = ctx.request().getCookie(cookieName(site));
    String value = cookie == null ? null : cookie.getValue();
    return value == null ? "" : value;
  }

  private static String cookieName(Site site) {
    return site.secure() ? "__Host-yizhan-phone" : "yizhan-phone";
  }

  /** The phone is known from now on, for a year after its last use. */
  static void rememberPhone(RoutingContext ctx, Site site, String token) {
    ctx.response()
        .addCookie(
            Cookie.cookie(cookieName(site), token)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(site.secure())
                .setMaxAge(Volunteers.UNUSED_MAX.toSeconds())
                .setSameSite(CookieSameSite.LAX));
  }

  static Optional<EntryKey> key(String text) {
    return EntryKey.isValid(text) ? Optional.of(new EntryKey(text)) : Optional.empty();
  }
}
