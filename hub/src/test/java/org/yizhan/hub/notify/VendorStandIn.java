package org.yizhan.hub.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the vendors on this machine and behaves as each documents, limits included: WeCom
 * (developer.work.weixin.qq.com/document/path/91770), DingTalk
 * (open.dingtalk.com/document/robots/custom-robot-access), Feishu
 * (open.feishu.cn/document/client-docs/bot-v3/add-custom-bot), ntfy (docs.ntfy.sh/publish) and a
 * receiver of CloudEvents 1.0. What it shall do once instead is put into {@link #next}.
 */
public final class VendorStandIn implements AutoCloseable {
  public static final String DINGTALK_SECRET = "SECthis-is-a-secret";
  public static final String FEISHU_SECRET = "demo";
  public static final String NTFY_TOKEN = "tk_AgQdq7mVBoFD37zQVN29RhuMzNIz2";

  /** A request as it came. */
  public record Received(String path, Map<String, String> headers, String body) {
    public JsonObject json() {
      return new JsonObject(body);
    }
  }

  /** Does something else for one request. */
  interface Misbehaviour {
    void answer(HttpExchange exchange) throws IOException;
  }

  public final List<Received> received = new CopyOnWriteArrayList<>();
  final Deque<Misbehaviour> next = new ConcurrentLinkedDeque<>();
  private final InstantSource clock;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Deque<Instant>> minutes = new HashMap<>();

  public VendorStandIn(InstantSource clock) {
    this.clock = clock;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  private URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  public Channel.WeComRobot weCom() {
    return new Channel.WeComRobot(url("/cgi-bin/webhook/send?key=693a91f6-7xxx"));
  }

  public Channel.DingTalkRobot dingTalk() {
    return new Channel.DingTalkRobot(url("/robot/send?access_token=XXXXXX"), DINGTALK_SECRET);
  }

  Channel.FeishuRobot feishu() {
    return new Channel.FeishuRobot(url("/open-apis/bot/v2/hook/xxxx"), FEISHU_SECRET);
  }

  Channel.Ntfy ntfy() {
    return new Channel.Ntfy(url(""), "lc-keepers", Optional.of(NTFY_TOKEN));
  }

  Channel.Webhook webhook() {
    return new Channel.Webhook(url("/events"), Optional.empty());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Map<String, String> headers = new HashMap<>();
      exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
      Received request = new Received(exchange.getRequestURI().getPath(), headers, body);
      received.add(request);
      @Nullable Misbehaviour once = next.poll();
      if (once != null) {
        once.answer(exchange);
        return;
      }
      String path = request.path();
      if (path.equals("/cgi-bin/webhook/send")) {
        say(exchange, 200, weCom(request));
      } else if (path.equals("/robot/send")) {
        say(exchange, 200, dingTalk(request, exchange.getRequestURI().getRawQuery()));
      } else if (path.startsWith("/open-apis/bot/v2/hook/")) {
        say(exchange, 200, feishu(request));
      } else if (path.equals("/")) {
        ntfy(exchange, request);
      } else if (path.equals("/events")) {
        say(exchange, isCloudEvent(request) ? 202 : 400, "");
      } else {
        say(exchange, 404, "no such address");
      }
    }
  }

  static void say(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  /** True when the minute's number is used up. */
  private synchronized boolean tooOften(String vendor, int perMinute) {
    Deque<Instant> times = minutes.computeIfAbsent(vendor, any -> new ConcurrentLinkedDeque<>());
    times.removeIf(at -> !at.plusSeconds(60).isAfter(clock.instant()));
    times.add(clock.instant());
    return times.size() > perMinute;
  }

  private String weCom(Received request) {
    if (tooOften("wecom", 20)) {
      return "{\"errcode\":45009,\"errmsg\":\"api freq out of limit\"}";
    }
    JsonObject json = request.json();
    String content = json.getJsonObject("markdown").getString("content");
    if (!json.getString("msgtype").equals("markdown")
        || content.getBytes(StandardCharsets.UTF_8).length > 4_096) {
      return "{\"errcode\":40058,\"errmsg\":\"markdown.content exceed max length 4096\"}";
    }
    return "{\"errcode\":0,\"errmsg\":\"ok\"}";
  }

  private String dingTalk(Received request, String query) {
    if (tooOften("dingtalk", 20)) {
      return "{\"errcode\":130101,\"errmsg\":\"send too fast, exceed 20 times per minute\"}";
    }
    Map<String, String> parameters = new HashMap<>();
    for (String part : query.split("&", -1)) {
      int equals = part.indexOf('=');
      parameters.put(
          part.substring(0, equals),
          URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
    }
    String timestamp = parameters.getOrDefault("timestamp", "0");
    String wanted = Signature.of(DINGTALK_SECRET, timestamp + "\n" + DINGTALK_SECRET);
    if (Math.abs(Long.parseLong(timestamp) - clock.millis()) > 3_600_000
        || !wanted.equals(parameters.get("sign"))) {
      return "{\"errcode\":310000,\"errmsg\":\"sign not match\"}";
    }
    JsonObject markdown = request.json().getJsonObject("markdown");
    if (markdown.getString("title").isEmpty() || markdown.getString("text").isEmpty()) {
      return "{\"errcode\":40035,\"errmsg\":\"缺少参数 text\"}";
    }
    return request.body().getBytes(StandardCharsets.UTF_8).length > 20_000
        ? "{\"errcode\":460101,\"errmsg\":\"message too long, exceed 20000 bytes\"}"
        : "{\"errcode\":0,\"errmsg\":\"ok\"}";
  }

  private String feishu(Received request) {
    if (tooOften("feishu", 100)) {
      return "{\"code\":11232,\"msg\":\"frequency limited\"}";
    }
    JsonObject json = request.json();
    String timestamp = json.getString("timestamp", "0");
    if (Math.abs(Long.parseLong(timestamp) - clock.millis() / 1_000) > 3_600
        || !Signature.of(timestamp + "\n" + FEISHU_SECRET, "").equals(json.getString("sign"))) {
      return "{\"code\":19021,\"msg\":\"sign match fail or timestamp is not within one hour from"
          + " current time\"}";
    }
    return request.body().getBytes(StandardCharsets.UTF_8).length > 20 * 1_024
            || !json.getString("msg_type").equals("post")
        ? "{\"code\":9499,\"msg\":\"Bad Request\",\"data\":{}}"
        : "{\"StatusCode\":0,\"StatusMessage\":\"success\",\"code\":0,\"data\":{},\"msg\":"
            + "\"success\"}";
  }

  private void ntfy(HttpExchange exchange, Received request) throws IOException {
    if (tooOften("ntfy", 60)) {
      exchange.getResponseHeaders().set("Retry-After", "5");
      say(exchange, 429, "{\"code\":42901,\"http\":429,\"error\":\"limit reached\"}");
    } else if (!("Bearer " + NTFY_TOKEN).equals(request.headers().get("Authorization"))) {
      say(exchange, 403, "{\"code\":40301,\"http\":403,\"error\":\"forbidden\"}");
    } else if (!request.json().getString("topic").matches("[-_A-Za-z0-9]{1,64}")
        || request.json().getString("message").getBytes(StandardCharsets.UTF_8).length > 4_096) {
      say(exchange, 400, "{\"code\":40017,\"http\":400,\"error\":\"invalid request\"}");
    } else {
      say(
          exchange,
          200,
          request.json().put("event", "message").put("time", clock.millis() / 1_000).encode());
    }
  }

  private static boolean isCloudEvent(Received request) {
    JsonObject json = request.json();
    return request
            .headers()
            .getOrDefault("Content-type", "")
            .startsWith("application/cloudevents+json")
        && json.getString("specversion").equals("1.0")
        && !json.getString("id").isEmpty()
        && !json.getString("source").isEmpty()
        && !json.getString("type").isEmpty();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
