package org.yizhan.hub.web;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a face: keeps cookies, fills in forms, follows nothing by itself. */
final class HubClient {
  private static final Pattern TOKEN = Pattern.compile("name=\"form-token\" value=\"([^\"]+)\"");
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final TestHub hub;
  private final Map<String, String> cookies = new TreeMap<>();

  HubClient(TestHub hub) {
    this.hub = hub;
  }

  HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
    String body =
        form.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + '='
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        request(path, headers)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Sends JSON, as a script of our page does. */
  HttpResponse<String> postJson(String path, JsonObject body, String... headers) {
    return postText(path, body.encode(), headers);
  }

  /** The same with a body that may be anything. */
  HttpResponse<String> postText(String path, String body, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Sends a body of this type, as a form with a picture does. */
  HttpResponse<String> postBytes(String path, byte[] body, String type) {
    return send(
        request(path)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  HttpResponse<String> put(String path, byte[] body, String... headers) {
    return send(request(path, headers).PUT(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  /** Opens the form's page first, as a person would, and sends its token along. */
  HttpResponse<String> submit(String page, String action, Map<String, String> form) {
    Map<String, String> all = new TreeMap<>(form);
    all.put("form-token", token(page));
    return post(action, all);
  }

  String token(String page) {
    Matcher found = TOKEN.matcher(get(page).body());
    if (!found.find()) {
      throw new AssertionError("no form on " + page);
    }
    return found.group(1);
  }

  HttpResponse<String> signIn() {
    return signIn(TestHub.NAME, TestHub.PASSWORD);
  }

  HttpResponse<String> signIn(String name, String password) {
    return submit("/sign-in", "/sign-in", Map.of("name", name, "password", password));
  }

  Map<String, String> cookies() {
    return cookies;
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(hub.url(path))).timeout(Duration.ofSeconds(30));
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + '=' + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    return headers.length == 0 ? request : request.headers(headers);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      for (String cookie : answer.headers().allValues("Set-Cookie")) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty()) {
          cookies.remove(pair[0]);
        } else {
          cookies.put(pair[0], pair[1]);
        }
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
