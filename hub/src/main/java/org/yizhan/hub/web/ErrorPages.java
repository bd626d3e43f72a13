package org.yizhan.hub.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yizhan.hub.web.view.Language;
import org.yizhan.hub.web.view.Page;
import org.yizhan.hub.web.view.Texts;

/** What somebody sees when a page cannot be shown: what happened, and what to do. */
final class ErrorPages {
  private static final System.Logger LOG = System.getLogger(ErrorPages.class.getName());
  private static final Set<Integer> DESCRIBED = Set.of(400, 403, 404, 405, 413, 429, 500, 503);

  private static final Pattern SECRET = Pattern.compile("^/(?:join|link|unsubscribe|m|t)/");

  private final Site site;

  ErrorPages(Site site) {
    this.site = site;
  }

  void show(Visit visit, Page page, int status, String sentence) {
    visit.show(status, "error.jte", page, Map.of("status", kind(status), "sentence", sentence));
  }

  private static int kind(int status) {
    return DESCRIBED.contains(status) ? status : status < 500 ? 400 : 500;
  }

  /** For a failure outside a page of ours: shown without asking the database who it is. */
  void answer(RoutingContext ctx) {
    int status = ctx.statusCode() < 400 ? 500 : ctx.statusCode();
    if (status >= 500 && ctx.failure() != null) {
      LOG.log(
          Level.ERROR,
          ctx.request().method() + " " + withoutSecrets(ctx.normalizedPath()) + " failed",
          ctx.failure());
    }
    if (ctx.response().ended()) {
      return;
    }
    if (ctx.response().headWritten()) {
      ctx.response().end();
      return;
    }
    if (ctx.normalizedPath().startsWith("/api/")) {
      Problem.of(status, "").send(ctx);
      return;
    }
    Texts t = Texts.of(language(ctx));
    if (ctx.normalizedPath().startsWith("/s/") && !ctx.request().method().equals(HttpMethod.GET)) {
      Problem.of(status, t.say("error." + kind(status) + ".text")).send(ctx); // a phone's message
      return;
    }
    Page page = new Page(t, "/?", "", Optional.empty(), "", Instant.EPOCH, site.assets()::address);
    String sentence = t.say("error." + kind(status) + ".text");
    String html =
        site.render(
            "error.jte", Map.of("page", page, "status", kind(status), "sentence", sentence));
    ctx.response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
        .putHeader(HttpHeaders.CONTENT_LANGUAGE, t.language().tag())
        .end(html);
  }

  /** Whoever reads a link of these in a log could use it. */
  static String withoutSecrets(String path) {
    Matcher secret = SECRET.matcher(path);
    return secret.find() ? secret.group() + "…" : path;
  }

  private static Language language(RoutingContext ctx) {
    var cookie = ctx.request().getCookie("lang");
    String header = ctx.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    return (cookie == null ? Optional.<Language>empty() : Language.ofCode(cookie.getValue()))
        .orElseGet(() -> Language.ofHeader(header == null ? "" : header));
  }
}
