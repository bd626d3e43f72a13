package org.yizhan.hub.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.yizhan.pass.Sha256;

/**
 * The few files pages load: ours and those of htmx and ECharts from their web jars. Each has an
 * address with its content's hash, so browsers may keep it for ever.
 */
final class Assets {
  private static final String WEBJARS = "/META-INF/resources/webjars/";
  private static final Map<String, String> RESOURCES =
      Map.of(
          "app.css",
          "/web/app.css",
          "app.js",
          "/web/app.js",
          "keeping.css",
          "/web/keeping.css",
          "phone.css",
          "/web/phone.css",
          "matters.css",
          "/web/matters.css",
          "mark.svg",
          "/web/mark.svg",
          "goods.svg",
          "/web/goods.svg",
          "htmx.js",
          WEBJARS + "htmx.org/2.0.10/dist/htmx.min.js",
          "htmx-sse.js",
          WEBJARS + "htmx-ext-sse/2.2.2/sse.js",
          "echarts.js",
          WEBJARS + "echarts/5.5.0/echarts.common.min.js");

  private record Asset(String address, String type, Buffer bytes) {}

  private final Map<String, Asset> byName;
  private final Map<String, Asset> byAddress;

  private Assets(Map<String, Asset> byName, Map<String, Asset> byAddress) {
    this.byName = Map.copyOf(byName);
    this.byAddress = Map.copyOf(byAddress);
  }

  static Assets load() {
    Map<String, Asset> byName = new HashMap<>();
    Map<String, Asset> byAddress = new HashMap<>();
    RESOURCES.forEach(
        (name, resource) -> {
          byte[] bytes = read(resource);
          Asset asset =
              new Asset("/assets/" + hash(bytes) + '/' + name, type(name), Buffer.buffer(bytes));
          byName.put(name, asset);
          byAddress.put(asset.address(), asset);
        });
    return new Assets(byName, byAddress);
  }

  static byte[] read(String resource) {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the program was built without " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }

  /** The first 16 hexadecimal digits of the SHA-256. */
  static String hash(byte[] bytes) {
    return Sha256.hex(bytes).substring(0, 16);
  }

  private static String type(String name) {
    if (name.endsWith(".css")) {
      return "text/css; charset=utf-8";
    }
    return name.endsWith(".svg") ? "image/svg+xml" : "text/javascript; charset=utf-8";
  }

  /** The address of a file by its name. */
  String address(String name) {
    Asset asset = byName.get(name);
    if (asset == null) {
      throw new IllegalArgumentException("no asset " + name);
    }
    return asset.address();
  }

  void serve(RoutingContext ctx) {
    Asset asset = byAddress.get(ctx.request().path());
    if (asset == null) {
      ctx.fail(404);
      return;
    }
    ctx.response()
        .putHeader(HttpHeaders.CONTENT_TYPE, asset.type())
        .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
        .end(asset.bytes());
  }
}
