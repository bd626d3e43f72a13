package org.yizhan.hub.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yizhan.hub.web.view.Language;
import org.yizhan.hub.web.view.Texts;

/**
 * What the volunteers' page is made of: its modules, its pictures, its service worker and its
 * manifest. All of it has one version, the hash of everything, which stands in the addresses: the
 * modules of two versions never meet, and browsers may keep each for ever.
 */
final class PhoneFiles {
  /** The modules a page loads at once, the one that starts it first. */
  static final List<String> EAGER =
      List.of(
          "main.js",
          "dom.js",
          "texts.js",
          "store.js",
          "sender.js",
          "round.js",
          "look.js",
          "near.js",
          "pack.js",
          "fill.js",
          "stepper.js",
          "done.js",
          "duty.js",
          "status.js",
          "photo.js");

  /** And those it loads when somebody scans a barcode. */
  private static final List<String> LATER = List.of("scan.js", "barcode.js");

  private static final List<String> PICTURES =
      List.of("icon-192.png", "icon-512.png", "icon-maskable.png");

  /** Of these the service worker is put together; it cannot load modules in every browser. */
  private static final List<String> WORKER = List.of("store.js", "sender.js", "worker.js");

  private final Map<String, Buffer> files = new LinkedHashMap<>();
  private final String version;
  private final Buffer worker;

  private PhoneFiles(Assets assets) {
    for (List<String> names : List.of(EAGER, LATER, PICTURES)) {
      names.forEach(name -> files.put(name, Buffer.buffer(Assets.read("/web/phone/" + name))));
    }
    List<String> shared = List.of("app.css", "phone.css", "mark.svg", "goods.svg");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    files.values().forEach(file -> all.writeBytes(file.getBytes()));
    shared.forEach(name -> all.writeBytes(assets.address(name).getBytes(StandardCharsets.UTF_8)));
    WORKER.forEach(name -> all.writeBytes(Assets.read("/web/phone/" + name)));
    version = Assets.hash(all.toByteArray());
    List<String> keep = new ArrayList<>(shared.stream().map(assets::address).toList());
    files.keySet().forEach(name -> keep.add(address(name)));
    worker = Buffer.buffer(worker(version, keep));
  }

  static PhoneFiles load(Assets assets) {
    return new PhoneFiles(assets);
  }

  private static String worker(String version, List<String> keep) {
    String parts =
        WORKER.stream()
            .map(name -> new String(Assets.read("/web/phone/" + name), StandardCharsets.UTF_8))
            .map(text -> text.replaceAll("(?m)^import .*;$", "").replaceAll("(?m)^export ", ""))
            .collect(Collectors.joining("\n"));
    return "\"use strict\";\nconst VERSION = \""
        + version
        + "\";\nconst FILES = "
        + new JsonArray(keep).encode()
        + ";\n"
        + parts;
  }

  /** The address of a module or picture. */
  String address(String name) {
    return "/s/app/" + version + '/' + name;
  }

  void mount(Router router) {
    router.get("/s/app/:version/:name").handler(this::file);
    router.get("/s/sw.js").handler(ctx -> send(ctx, "text/javascript; charset=utf-8", worker));
    router.get("/s/manifest.webmanifest").handler(this::manifest);
  }

  private void file(RoutingContext ctx) {
    String name = ctx.pathParam("name");
    Buffer file = version.equals(ctx.pathParam("version")) ? files.get(name) : null;
    if (file == null) {
      ctx.fail(404);
      return;
    }
    ctx.response()
        .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
        .putHeader(
            HttpHeaders.CONTENT_TYPE,
            name.endsWith(".png") ? "image/png" : "text/javascript; charset=utf-8")
        .end(file);
  }

  private static void send(RoutingContext ctx, String type, Buffer body) {
    ctx.response()
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
        .putHeader(HttpHeaders.CONTENT_TYPE, type)
        .end(body);
  }

  /** What makes the page installable (W3C Web Application Manifest). */
  private void manifest(RoutingContext ctx) {
    List<String> asked = ctx.queryParam("lang");
    Texts t =
        Texts.of(
            asked.isEmpty() ? Language.ZH : Language.ofCode(asked.getFirst()).orElse(Language.ZH));
    JsonArray icons =
        new JsonArray()
            .add(icon("icon-192.png", 192, "any"))
            .add(icon("icon-512.png", 512, "any"))
            .add(icon("icon-maskable.png", 512, "maskable"));
    JsonObject manifest =
        new JsonObject()
            .put("id", "/s/")
            .put("name", t.say("phone.name"))
            .put("short_name", t.say("app.name"))
            .put("lang", t.language().tag())
            .put("start_url", "/s/")
            .put("scope", "/s/")
            .put("display", "standalone")
            .put("background_color", "#faf6f0")
            .put("theme_color", "#fffdf9")
            .put("icons", icons);
    send(ctx, "application/manifest+json", manifest.toBuffer());
  }

  private JsonObject icon(String name, int edge, String purpose) {
    return new JsonObject()
        .put("src", address(name))
        .put("sizes", edge + "x" + edge)
        .put("type", "image/png")
        .put("purpose", purpose);
  }
}
