package org.yizhan.hub.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.yizhan.station.StationId;

/** Reads the hub's API as any program would. */
final class HubApi implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final String url;
  private final String token;

  HubApi(String url, String token) {
    this.url = url;
    this.token = token;
  }

  /** Whether the charts have visits of this station between two moments. */
  boolean hasVisits(StationId station, Instant from, Instant to) {
    String path = "/api/v1/stations/" + station + "/usage?from=" + from + "&to=" + to;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Authorization", "Bearer " + token)
            .timeout(Duration.ofSeconds(10))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new DemoException("the hub answers " + answer.statusCode() + " to " + path);
      }
      return answer.body().contains("\"visits\"");
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
