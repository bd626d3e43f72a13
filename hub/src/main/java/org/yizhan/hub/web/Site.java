package org.yizhan.hub.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * What every request is answered with.
 *
 * @param secure people reach it by HTTPS: cookies are made for that only
 * @param publicAddress how people reach it when a proxy stands in front; then the last {@code
 *     X-Forwarded-For} of a loopback peer is believed
 */
record Site(
    HubWeb.Parts parts,
    Assets assets,
    PhoneFiles phone,
    SignInDesk desk,
    PlanTurn planning,
    TemplateEngine templates,
    boolean secure,
    Optional<URI> publicAddress) {

  Site(
      HubWeb.Parts parts,
      Assets assets,
      PlanTurn planning,
      boolean secure,
      Optional<URI> publicAddress) {
    this(
        parts,
        assets,
        PhoneFiles.load(assets),
        new SignInDesk(parts),
        planning,
        TemplateEngine.createPrecompiled(ContentType.Html),
        secure,
        publicAddress);
  }

  boolean behindProxy() {
    return publicAddress.isPresent();
  }

  /** How the people who ask reach these pages, without a slash at the end. */
  String address(RoutingContext ctx) {
    var host = ctx.request().authority(); // none where an old client names no host
    return publicAddress
        .map(URI::toString)
        .orElseGet(
            () ->
                (secure ? "https://" : "http://")
                    + (host == null ? ctx.request().localAddress() : host));
  }

  String render(String template, Map<String, Object> values) {
    StringOutput out = new StringOutput(16_384);
    templates.render(template, values, out);
    return out.toString();
  }
}
