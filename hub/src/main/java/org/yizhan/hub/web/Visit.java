package org.yizhan.hub.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yizhan.hub.people.Account;
import org.yizhan.hub.people.Session;
import org.yizhan.hub.web.view.Language;
import org.yizhan.hub.web.view.Page;
import org.yizhan.hub.web.view.Texts;

/** One request for a page: who asks, in which language, and how it is answered. */
final class Visit {
  static final int PARAMETER_LENGTH_MAX = 400;
  private static final String LANGUAGE_COOKIE = "lang";
  private static final long LANGUAGE_COOKIE_SECONDS = 365L * 24 * 3_600;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final RoutingContext ctx;
  private final Site site;
  private final Texts texts;
  private final Instant now;
  private String cookie;
  private final Optional<Session> session;

  Visit(RoutingContext ctx, Site site) {
    this.ctx = ctx;
    this.site = site;
    this.now = site.parts().clock().instant();
    this.texts = Texts.of(chooseLanguage());
    this.cookie = readCookie(sessionCookieName());
    this.session = site.parts().sessions().find(cookie);
  }

  private Language chooseLanguage() {
    Optional<Language> asked = Language.ofCode(query("lang"));
    asked.ifPresent(
        language ->
            ctx.response()
                .addCookie(
                    Cookie.cookie(LANGUAGE_COOKIE, language.code())
                        .setPath("/")
                        .setMaxAge(LANGUAGE_COOKIE_SECONDS)
                        .setSameSite(CookieSameSite.LAX)
                        .setSecure(site.secure())));
    return asked
        .or(() -> Language.ofCode(readCookie(LANGUAGE_COOKIE)))
        .orElseGet(
            () -> Language.ofHeader(orEmpty(ctx.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE))));
  }

  private String readCookie(String name) {
    Cookie found = ctx.request().getCookie(name);
    return found == null ? "" : orEmpty(found.getValue());
  }

  /** With HTTPS the browser itself keeps other hosts and plain HTTP away from a __Host- cookie. */
  private String sessionCookieName() {
    return site.secure() ? "__Host-yizhan" : "yizhan";
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  RoutingContext context() {
    return ctx;
  }

  Site site() {
    return site;
  }

  Texts texts() {
    return texts;
  }

  Instant now() {
    return now;
  }

  Optional<Account> who() {
    return session.map(Session::account);
  }

  String cookie() {
    return cookie;
  }

  /** Whether the address names it, be it empty. */
  boolean asks(String name) {
    return !ctx.queryParam(name).isEmpty();
  }

  /** A query parameter, empty when absent or too long to mean anything. */
  String query(String name) {
    return bounded(ctx.queryParam(name));
  }

  /** A query parameter that may stand there several times; together at most a request line. */
  List<String> queries(String name) {
    return ctx.queryParam(name);
  }

  /** A field of the form sent. */
  String form(String name) {
    return orEmpty(ctx.request().getFormAttribute(name));
  }

  String path(String name) {
    return orEmpty(ctx.pathParam(name));
  }

  private static String bounded(List<String> values) {
    return values.isEmpty() || values.getFirst().length() > PARAMETER_LENGTH_MAX
        ? ""
        : values.getFirst();
  }

  /** The address the request came from, or that the proxy in front names. */
  String address() {
    return address(ctx, site);
  }

  static String address(RoutingContext ctx, Site site) {
    String peer = ctx.request().remoteAddress().hostAddress();
    String forwarded = orEmpty(ctx.request().getHeader("X-Forwarded-For"));
    if (site.behindProxy() && !forwarded.isEmpty()) {
      String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
      return last.length() <= 64 ? last : last.substring(0, 64);
    }
    return peer == null ? "" : peer;
  }

  /** Whether the form came from a page of ours that this browser was given. */
  boolean isFormOurs() {
    return FormToken.belongsTo(cookie, form("form-token"));
  }

  Page page(String section) {
    if (cookie.isEmpty()) {
      byte[] bytes = new byte[24];
      RANDOM.nextBytes(bytes);
      setSession(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
    return new Page(
        texts, here(), section, who(), FormToken.of(cookie), now, site.assets()::address);
  }

  /** This address without {@code lang}, ready for one more parameter. */
  private String here() {
    if (!ctx.request().method().name().equals("GET")) {
      return "/?";
    }
    StringBuilder here = new StringBuilder(ctx.normalizedPath()).append('?');
    ctx.queryParams()
        .forEach(
            (name, value) -> {
              if (!name.equals("lang") && value.length() <= PARAMETER_LENGTH_MAX) {
                here.append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                    .append('&');
              }
            });
    return here.toString();
  }

  /** Gives the browser this session, or with an empty text takes it away. */
  void setSession(String token) {
    cookie = token;
    Cookie fresh =
        Cookie.cookie(sessionCookieName(), token)
            .setPath("/")
            .setHttpOnly(true)
            .setSecure(site.secure())
            .setSameSite(CookieSameSite.LAX);
    if (token.isEmpty()) {
      fresh.setMaxAge(0);
    }
    ctx.response().addCookie(fresh);
  }

  void show(int status, String template, Page page, Map<String, Object> values) {
    Map<String, Object> all = new HashMap<>(values);
    all.put("page", page);
    String html = site.render(template, all);
    ctx.response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
        .putHeader(HttpHeaders.CONTENT_LANGUAGE, texts.language().tag())
        .putHeader(HttpHeaders.VARY, "Accept-Language, Cookie")
        .end(html);
  }

  /** After a form: see other (RFC 9110, 15.4.4). */
  void goTo(String path) {
    ctx.response().setStatusCode(303).putHeader(HttpHeaders.LOCATION, path).end();
  }
}
