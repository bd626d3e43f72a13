package org.yizhan.hub.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yizhan.hub.loans.LentThings;
import org.yizhan.hub.loans.Loan;
import org.yizhan.hub.loans.Thing;
import org.yizhan.station.StationId;

/**
 * Simulated people who scan the tag of a thing and press its button, with a phone that was never
 * here before. What is out far too long they leave out.
 */
final class SimulatedBorrowers {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);
  private static final Pattern FIELD =
      Pattern.compile("name=\"(form-token|once|seen)\" value=\"([^\"]*)\"");
  private static final Pattern ACTION = Pattern.compile("class=\"thumb\"[^>]*action=\"([^\"]+)\"");

  private final LentThings lent;
  private final String url;
  private final HttpClient client;
  private final RandomGenerator random;

  SimulatedBorrowers(DemoHub hub, HttpClient client, RandomGenerator random) {
    this.client = client;
    this.lent = hub.lent();
    this.url = hub.url();
    this.random = random;
  }

  /** One of them takes something along, or brings something back. */
  void turn(List<StationId> stations, Instant now) {
    List<Thing> things =
        stations.stream()
            .flatMap(station -> lent.at(station).stream())
            .filter(thing -> thing.retired().isEmpty())
            .filter(
                thing ->
                    thing
                        .out()
                        .filter(l -> l.lateness(now) == Loan.Lateness.FAR_TOO_LATE)
                        .isEmpty())
            .toList();
    if (!things.isEmpty()) {
      scan(things.get(random.nextInt(things.size())));
    }
  }

  private void scan(Thing thing) {
    HttpResponse<String> shown = ask(request("/t/" + thing.tag()).GET());
    String page = shown.body();
    Matcher action = ACTION.matcher(page);
    if (!action.find()) {
      throw new DemoException("the page of the thing " + thing.tag() + " has no button");
    }
    String cookies =
        shown.headers().allValues("Set-Cookie").stream()
            .map(cookie -> cookie.split(";", 2)[0])
            .collect(Collectors.joining("; "));
    String form = page.substring(action.end(), page.indexOf("</form>", action.end()));
    String body =
        FIELD
            .matcher(form)
            .results()
            .map(
                field ->
                    field.group(1)
                        + '='
                        + URLEncoder.encode(field.group(2), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    var _ =
        ask(
            request(action.group(1))
                .header("Cookie", cookies)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path)).timeout(ANSWER_WITHIN);
  }

  private HttpResponse<String> ask(HttpRequest.Builder request) {
    HttpRequest asked = request.build();
    try {
      HttpResponse<String> answer = client.send(asked, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200 && answer.statusCode() != 303) {
        throw new DemoException(asked.uri() + " answers " + answer.statusCode());
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
