package org.yizhan.hub.web;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * The headers every answer carries (OWASP Secure Headers). No script or style but our own files, no
 * frames, nothing from elsewhere.
 */
final class SecurityHeaders {
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /**
   * For the volunteers' pages also: their own service worker and manifest, pictures they have just
   * taken, the camera for barcodes and, on a tap, where the phone is, which only the page reckons
   * with.
   */
  static final String PHONE_POLICY =
      POLICY.replace("img-src 'self'", "img-src 'self' blob:")
          + "; worker-src 'self'; manifest-src 'self'";

  private static final String PHONE_PAGES = "/s/";

  private SecurityHeaders() {}

  static void put(RoutingContext ctx, boolean secure) {
    MultiMap headers = ctx.response().headers();
    boolean phone = ctx.request().path().startsWith(PHONE_PAGES);
    headers.set("Content-Security-Policy", phone ? PHONE_POLICY : POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    // not no-referrer: with it browsers send "Origin: null" with our own forms (Fetch, 3.2)
    headers.set("Referrer-Policy", "same-origin");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set(
        "Permissions-Policy",
        (phone ? "camera=(self), geolocation=(self)" : "camera=(), geolocation=()")
            + ", microphone=(), payment=()");
    headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
    if (secure) {
      headers.set("Strict-Transport-Security", "max-age=31536000");
    }
    ctx.next();
  }
}
