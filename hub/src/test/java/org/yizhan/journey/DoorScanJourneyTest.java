package org.yizhan.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.edge.EdgeMain;
import org.yizhan.hub.HubMain;
import org.yizhan.hub.web.Browser;

class DoorScanJourneyTest {
  private static final String STATION = "journey-01";
  private static final String PASSWORD = "a long way to the chart 7";

  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir Path folder;
  private @Nullable Program hub;
  private @Nullable Program agent;

  @AfterEach
  void stop() {
    if (agent != null) {
      agent.close();
    }
    if (hub != null) {
      hub.close();
    }
  }

  @Test
  void a_printed_pass_opens_the_door_and_reaches_the_chart_even_past_a_dead_hub()
      throws IOException, InterruptedException {
    assumeInstalled("socat", "zbarimg");
    Path hubData = Files.createDirectory(folder.resolve("hub"));
    Path stationData = folder.resolve("station");
    try (Scanner scanner = Scanner.plugIn(folder);
        Browser browser = Browser.open()) {
      Addresses at = startHub(hubData, new Addresses(0, 0, 0));
      String token = json(hubCommand(hubData, "account", "token", "journey")).getString("token");
      String link =
          json(hubCommand(hubData, "account", "add", "clerk", "--role", "ADMIN")).getString("link");
      enrol(hubData, stationData, scanner.device());
      Program started =
          Program.start(
              folder,
              EdgeMain.class.getName(),
              "run",
              "--data",
              stationData.toString(),
              "--panel-port",
              "0",
              "--json");
      agent = started;
      started.ready();
      Program.await("the station is online", () -> isOnline(at, token));

      scanner.read(printedAndRead(hubData, "first"));
      awaitAdmissions(stationData, 1);
      station(stationData, "simulate", "push");
      station(stationData, "simulate", "shut");
      Program.await("the visit is on the hub", () -> visits(at, token) == 1);
      signIn(browser, link, at);
      browser.open(at.page("/usage?of=station:" + STATION));
      browser.waitForText(".figure .big", "1");

      Objects.requireNonNull(hub).kill();
      scanner.read(printedAndRead(hubData, "second"));
      awaitAdmissions(stationData, 2);
      station(stationData, "simulate", "push");
      station(stationData, "simulate", "shut");
      startHub(hubData, at);
      Program.await("the second visit is on the hub, once", () -> visits(at, token) == 2);
      browser.open(at.page("/usage?of=station:" + STATION));
      browser.waitForText(".figure .big", "2");
    }
  }

  /** Where the hub listens; 0 lets it choose. */
  private record Addresses(int web, int mqtt, int enrol) {
    String page(String path) {
      return "http://127.0.0.1:" + web + path;
    }
  }

  private Addresses startHub(Path data, Addresses at) throws IOException, InterruptedException {
    Program started =
        Program.start(
            folder,
            HubMain.class.getName(),
            "--data",
            data.toString(),
            "--web-port",
            String.valueOf(at.web()),
            "--mqtt-port",
            String.valueOf(at.mqtt()),
            "--enrol-port",
            String.valueOf(at.enrol()),
            "--json");
    hub = started;
    JsonObject ready = started.ready();
    return new Addresses(
        URI.create(ready.getString("web")).getPort(),
        ready.getInteger("mqttPort"),
        ready.getInteger("enrolPort"));
  }

  private void enrol(Path hubData, Path stationData, Path scanner)
      throws IOException, InterruptedException {
    Path profile = folder.resolve("profile.yaml");
    Files.writeString(profile, profile(scanner));
    Path bundle = folder.resolve("bundle.json");
    hubCommand(
        hubData, "station", "add", "--profile", profile.toString(), "--bundle", bundle.toString());
    Program.run(
        folder,
        EdgeMain.class.getName(),
        "enrol",
        "--data",
        stationData.toString(),
        bundle.toString());
  }

  private static String profile(Path scanner) {
    return """
    id: %s
    name: {zh: 旅程驿站, en: Journey station}
    place: shandong/liaocheng/dongchangfu
    kind: kiosk
    zone: Asia/Shanghai
    hours: 24h
    capacity: 8
    fixtures:
      door-scanner: {kind: scanner, serial: %s, baud: 115200}
      front-lock: {kind: lock, simulated: true}
      front-contact: {kind: door-contact, simulated: true}
      exit-button: {kind: exit-button, simulated: true}
    """
        .formatted(STATION, scanner);
  }

  /** Issued by the hub, drawn as a picture, read back by a barcode reader. */
  private String printedAndRead(Path hubData, String name)
      throws IOException, InterruptedException {
    Path picture = folder.resolve(name + ".png");
    JsonObject issued = json(hubCommand(hubData, "pass", "issue", "--qr", picture.toString()));
    String read =
        Program.output(folder, List.of("zbarimg", "--quiet", "--raw", picture.toString()));
    String text =
        issued.containsKey("pass")
            ? issued.getString("pass")
            : issued.getJsonArray("passes").getJsonObject(0).getString("pass");
    assertThat(read).isEqualTo(text);
    return read;
  }

  private void awaitAdmissions(Path stationData, int count) {
    Program.await(
        count + " admissions in the station's journal",
        () -> {
          try {
            String facts = station(stationData, "journal", "--last", "50", "--json");
            return facts.split("pass-admitted", -1).length - 1 == count;
          } catch (IOException e) {
            throw new AssertionError(e);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
          }
        });
  }

  private void signIn(Browser browser, String link, Addresses at) {
    String path = URI.create(link).getPath();
    browser.open(at.page(path + "?lang=en"));
    browser.type("#password", PASSWORD);
    browser.type("#again", PASSWORD);
    browser.click("button.primary");
    browser.waitFor("main");
  }

  private boolean isOnline(Addresses at, String token) {
    JsonArray stations = get(at, token, "/api/v1/stations").getJsonArray("stations");
    return stations.size() == 1 && stations.getJsonObject(0).getBoolean("connected");
  }

  private int visits(Addresses at, String token) {
    JsonArray hours =
        get(
                at,
                token,
                "/api/v1/stations/%s/usage?from=2026-01-01T00:00:00Z&to=2100-01-01T00:00:00Z"
                    .formatted(STATION))
            .getJsonArray("hours");
    return hours.stream().mapToInt(hour -> ((JsonObject) hour).getInteger("visits")).sum();
  }

  private JsonObject get(Addresses at, String token, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(at.page(path)))
            .header("Authorization", "Bearer " + token)
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      return new JsonObject(answer.body());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private String hubCommand(Path data, String... words) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--data", data.toString(), "--json"));
    return Program.run(folder, HubMain.class.getName(), all.toArray(String[]::new));
  }

  private String station(Path data, String command, String... words)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(command, "--data", data.toString()));
    all.addAll(List.of(words));
    return Program.run(folder, EdgeMain.class.getName(), all.toArray(String[]::new));
  }

  private static JsonObject json(String printed) {
    return new JsonObject(printed.substring(printed.lastIndexOf("\n{") + 1));
  }

  private static void assumeInstalled(String... programs) {
    for (String program : programs) {
      Assumptions.assumeTrue(
          Files.isExecutable(Path.of("/usr/bin", program)),
          "no " + program + " (apt-get install socat zbar-tools)");
    }
  }
}
