package org.yizhan.hub.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.lang.System.Logger.Level;

/** Whether the hub can do its work: 200 when the database answers, else 503. Tells nothing more. */
final class Health {
  private static final System.Logger LOG = System.getLogger(Health.class.getName());
  private final HubWeb.Parts parts;

  Health(HubWeb.Parts parts) {
    this.parts = parts;
  }

  void answer(RoutingContext ctx) {
    boolean well = databaseAnswers();
    ctx.response()
        .setStatusCode(well ? 200 : 503)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .end(
            new JsonObject()
                .put("status", well ? "ok" : "unavailable")
                .put("database", well ? "ok" : "unavailable")
                .encode());
  }

  private boolean databaseAnswers() {
    try {
      parts.accounts().probe();
      return true;
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the database does not answer: {0}", e.toString());
      return false;
    }
  }
}
