package org.yizhan.hub.web;

import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Forms are taken from our own pages only: what the browser says of where a form stood must be this
 * host (OWASP CSRF Cheat Sheet). The second lock beside {@link FormToken}.
 */
final class OwnOrigin {
  private OwnOrigin() {}

  static void check(RoutingContext ctx) {
    String site = ctx.request().getHeader("Sec-Fetch-Site");
    String origin = ctx.request().getHeader("Origin");
    var host = ctx.request().authority();
    boolean elsewhere = site != null && !site.equals("same-origin") && !site.equals("none");
    if (elsewhere || (origin != null && (host == null || !isHost(origin, host.toString())))) {
      ctx.fail(403);
    } else {
      ctx.next();
    }
  }

  private static boolean isHost(String origin, @Nullable String host) {
    try {
      String authority = URI.create(origin).getRawAuthority();
      return authority != null && authority.equalsIgnoreCase(host);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
