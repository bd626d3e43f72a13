package org.yizhan.hub.web;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** What went wrong, for programs (RFC 9457). */
record Problem(int status, String title, String detail) {

  static Problem of(int status, String detail) {
    return new Problem(status, HttpResponseStatus.valueOf(status).reasonPhrase(), detail);
  }

  void send(RoutingContext ctx) {
    JsonObject body =
        new JsonObject().put("type", "about:blank").put("title", title).put("status", status);
    if (!detail.isEmpty()) {
      body.put("detail", detail);
    }
    if (status == 401) {
      ctx.response().putHeader("WWW-Authenticate", "Bearer realm=\"yizhan\"");
    }
    ctx.response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .end(body.encode());
  }
}
