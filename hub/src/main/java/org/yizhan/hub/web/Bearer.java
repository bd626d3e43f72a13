package org.yizhan.hub.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import org.yizhan.hub.people.ApiTokens;

/** Reads an API token from a request (RFC 6750, 2.1: the header only, never the address). */
final class Bearer {
  private static final String SCHEME = "Bearer ";
  private static final int HEADER_LENGTH_MAX = 200;

  private Bearer() {}

  /** Whether the request carries a token that may read. */
  static boolean mayRead(RoutingContext ctx, ApiTokens tokens) {
    String header = ctx.request().getHeader(HttpHeaders.AUTHORIZATION);
    return header != null
        && header.length() <= HEADER_LENGTH_MAX
        && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && tokens.find(header.substring(SCHEME.length()).strip()).isPresent();
  }
}
