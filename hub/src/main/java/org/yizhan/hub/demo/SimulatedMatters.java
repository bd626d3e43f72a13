package org.yizhan.hub.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yizhan.station.StationId;

/**
 * Raises a matter now and then, answers it at the next turn, solves and rates it at the one after;
 * by the pages people use, and with words that say it is simulated. What real people raise is left
 * to real people.
 */
final class SimulatedMatters {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);
  private static final Pattern HIDDEN =
      Pattern.compile("name=\"(form-token|matter|key)\" value=\"([^\"]+)\"");
  private static final Pattern NUMBER = Pattern.compile("第 ([0-9]+) 号");
  private static final List<Sample> SAMPLES =
      List.of(
          new Sample("found", "模拟：蓝色雨伞 simulated: a blue umbrella"),
          new Sample("broken", "模拟：微波炉不热了 simulated: the microwave stays cold"),
          new Sample("dirty", "模拟：地上有水 simulated: water on the floor"));

  private final HttpClient client;
  private final String url;
  private Optional<Told> told = Optional.empty();
  private int next;

  private record Sample(String kind, String words) {}

  private record Told(StationId station, String link, String answerPage, boolean answered) {}

  SimulatedMatters(HttpClient client, String url) {
    this.client = client;
    this.url = url;
  }

  /**
   * One step further with what was told, or something new.
   *
   * @param cookie of a simulated volunteer's phone
   */
  void turn(StationId station, String cookie) {
    if (told.isEmpty()) {
      told = Optional.of(raise(station, SAMPLES.get(next++ % SAMPLES.size()), cookie));
      return;
    }
    Told open = told.get();
    if (!open.answered()) {
      answer(open, "answered", "模拟：收到，已安排 simulated: we see to it", cookie);
      told = Optional.of(new Told(open.station(), open.link(), open.answerPage(), true));
    } else {
      told = Optional.empty();
      answer(open, "solved", "模拟：办好了 simulated: done", cookie);
      submit(open.link(), open.link() + "/rate", Map.of("rating", "satisfied"), cookie);
    }
  }

  private Told raise(StationId station, Sample sample, String cookie) {
    String form = "/m/at/" + station + "/tell?kind=" + sample.kind();
    HttpResponse<String> sent =
        submit(
            form,
            "/m/at/" + station,
            Map.of("kind", sample.kind(), "words", sample.words()),
            cookie);
    String link = sent.headers().firstValue("Location").orElse("").replaceAll("\\?.*", "");
    Matcher number = NUMBER.matcher(send(request(link, cookie).GET()).body());
    if (link.isEmpty() || !number.find()) {
      throw new DemoException("the hub did not take a simulated matter: " + sent.statusCode());
    }
    return new Told(station, link, "/matters/" + station + '/' + number.group(1), false);
  }

  private void answer(Told open, String step, String words, String cookie) {
    submit(open.answerPage(), open.answerPage(), Map.of("step", step, "words", words), cookie);
  }

  /** Opens a form, fills it in and sends it, as a browser does. */
  private HttpResponse<String> submit(
      String page, String action, Map<String, String> fields, String cookie) {
    HttpResponse<String> form = send(request(page, cookie).GET());
    Map<String, String> all = new TreeMap<>(fields);
    Matcher hidden = HIDDEN.matcher(form.body());
    while (hidden.find()) {
      all.put(hidden.group(1), hidden.group(2));
    }
    String session =
        form.headers().allValues("Set-Cookie").stream()
            .map(each -> each.split(";", 2)[0])
            .filter(each -> each.startsWith("yizhan="))
            .findFirst()
            .orElse("");
    String body =
        all.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + '='
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        request(action, cookie + "; " + session)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path, String cookies) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .header("Cookie", "yizhan-phone=" + cookies)
        .timeout(ANSWER_WITHIN);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new DemoException("the matters' pages do not answer: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoException("interrupted", e);
    }
  }
}
