package org.yizhan.hub.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Pattern;

/** Reads the hub's API as any program would. */
final class HubApi implements AutoCloseable {
  private static final Pattern LAST_SEEN = Pattern.compile("\"lastSeen\"\\s*:\\s*\"");

  private final HttpClient client = HttpClient.newHttpClient();
  private final String url;
  private final String token;

  HubApi(String url, String token) {
    this.url = url;
    this.token = token;
  }

  /** Whether it has heard of so many stations. */
  boolean hasHeardOf(int stations) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/api/v1/stations"))
            .header("Authorization", "Bearer " + token)
            .timeout(Duration.ofSeconds(10))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new DemoException("the hub answers " + answer.statusCode() + " to its own token");
      }
      return LAST_SEEN.matcher(answer.body()).results().count() >= stations;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoException("interrupted", e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
