package org.yizhan.hub.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.yizhan.station.StationId;

/** The phone of a simulated volunteer: says to the hub what a real one says, in the same way. */
final class Phone {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);
  private static final int TAKEN = 409;

  private final HttpClient client;
  private final String url;
  private final String cookie;

  Phone(HttpClient client, String url, String cookie) {
    this.client = client;
    this.url = url;
    this.cookie = cookie;
  }

  /** By which the hub knows it. */
  String cookie() {
    return cookie;
  }

  /** The station's shelf, as {@code shelf.json} tells it. */
  JsonObject shelf(StationId station) {
    return new JsonObject(ask(request(station, "shelf.json").GET()).body());
  }

  /** Claims the station; the round's id, or empty when somebody else is on the way. */
  Optional<String> claim(StationId station, String key) {
    HttpResponse<String> answer = post(station, "claim", new JsonObject().put("round", key));
    return answer.statusCode() == TAKEN
        ? Optional.empty()
        : Optional.of(new JsonObject(answer.body()).getJsonObject("round").getString("id"));
  }

  /** Sends what was counted and put in. */
  void enter(StationId station, String key, List<JsonObject> entries) {
    enter(station, message(key, entries));
  }

  /** The same, and the round is done. */
  void close(StationId station, String key, List<JsonObject> entries, String round) {
    enter(station, message(key, entries).put("round", round).put("done", true));
  }

  private static JsonObject message(String key, List<JsonObject> entries) {
    return new JsonObject().put("key", key).put("entries", new JsonArray(entries));
  }

  /** Says something of duty: {@code duty}, {@code duty-group}. */
  void onDuty(StationId station, String what, JsonObject message) {
    if (post(station, what, message).statusCode() == TAKEN) {
      throw new DemoException("the hub has kept another entry under a key drawn just now");
    }
  }

  private void enter(StationId station, JsonObject message) {
    if (post(station, "entries", message).statusCode() == TAKEN) {
      throw new DemoException("the hub has kept another entry under a key drawn just now");
    }
  }

  private HttpResponse<String> post(StationId station, String path, JsonObject body) {
    return ask(
        request(station, path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.encode())));
  }

  private HttpRequest.Builder request(StationId station, String path) {
    return HttpRequest.newBuilder(URI.create(url + "/s/" + station + "/" + path))
        .header("Cookie", "yizhan-phone=" + cookie)
        .timeout(ANSWER_WITHIN);
  }

  private HttpResponse<String> ask(HttpRequest.Builder request) {
    HttpRequest asked = request.build();
    try {
      HttpResponse<String> answer = client.send(asked, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200 && answer.statusCode() != TAKEN) {
        throw new DemoException(
            asked.uri() + " answers " + answer.statusCode() + ": " + answer.body());
      }
      return answer;
    } catch (IOException e) {
      throw new DemoException(asked.uri() + " does not answer: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoException("interrupted", e);
    }
  }
}
