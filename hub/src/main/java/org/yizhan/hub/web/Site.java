package org.yizhan.hub.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/**
 * What every request is answered with.
 *
 * @param secure people reach it by HTTPS: cookies are made for that only
 * @param behindProxy the last {@code X-Forwarded-For} of a loopback peer is believed
 */
record Site(
    HubWeb.Parts parts,
    Assets assets,
    PhoneFiles phone,
    SignInDesk desk,
    TemplateEngine templates,
    boolean secure,
    boolean behindProxy) {

  Site(HubWeb.Parts parts, Assets assets, boolean secure, boolean behindProxy) {
    this(
        parts,
        assets,
        PhoneFiles.load(assets),
        new SignInDesk(parts),
        TemplateEngine.createPrecompiled(ContentType.Html),
        secure,
        behindProxy);
  }

  String render(String template, Map<String, Object> values) {
    StringOutput out = new StringOutput(16_384);
    templates.render(template, values, out);
    return out.toString();
  }
}
