package org.yizhan.hub.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.yizhan.hub.meters.NetworkMeters;

/** {@code /metrics} for Prometheus: to this machine itself, or with a token. */
final class Metrics {
  private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";
  private final Site site;
  private final NetworkMeters network;

  Metrics(Site site) {
    this.site = site;
    this.network = new NetworkMeters(site.parts().meters());
  }

  void answer(RoutingContext ctx) {
    if (!isFromHere(ctx.request()) && !Bearer.mayRead(ctx, site.parts().tokens())) {
      Problem.of(401, "/metrics needs an API token, or a request from this machine").send(ctx);
      return;
    }
    network.update(site.parts().readings().stations(site.parts().clock().instant()));
    ctx.response()
        .putHeader(HttpHeaders.CONTENT_TYPE, TYPE)
        .end(site.parts().meters().scrape(TYPE));
  }

  /** From loopback, and not passed on by a proxy that stands there. */
  private static boolean isFromHere(HttpServerRequest request) {
    SocketAddress peer = request.remoteAddress();
    String address = peer == null ? null : peer.hostAddress();
    boolean passedOn =
        request.headers().contains("X-Forwarded-For") || request.headers().contains("Forwarded");
    try {
      return !passedOn && address != null && InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
