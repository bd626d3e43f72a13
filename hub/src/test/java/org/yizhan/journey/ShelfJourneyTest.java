package org.yizhan.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.hub.people.Volunteer;
import org.yizhan.hub.people.Volunteers;
import org.yizhan.hub.store.sqlite.HubDatabase;

/** What is counted on a phone is known at the station, by real programs and all the way. */
class ShelfJourneyTest {
  private static final String STATION = "journey-02";

  @TempDir Path folder;

  @Test
  void a_count_on_a_phone_stands_on_the_stations_own_status_even_after_a_restart()
      throws IOException, InterruptedException {
    try (HubProgram hub = new HubProgram(folder);
        StationProgram station = new StationProgram(folder, STATION)) {
      hub.start();
      station.enrol(hub.bundleFor(STATION, profile()));
      station.begin().ready();
      Program.await("the station is online", () -> hub.isOnline(STATION));

      count(hub, "mask", 42);

      Program.await("the station knows of the count", () -> units(station).isPresent());
      assertThat(level(station).getMap())
          .containsEntry("units", 42)
          .containsEntry("how", "COUNTED");

      hub.kill();
      station.running().kill();
      station.begin().ready();
      assertThat(units(station)).as("kept on the card").hasValue(42);
    }
  }

  private static Optional<Integer> units(StationProgram station) {
    return Optional.ofNullable(level(station).getInteger("units"));
  }

  private static JsonObject level(StationProgram station) {
    return station
        .ask("status", Map.of())
        .map(status -> status.getJsonObject("stock").getJsonObject("mask"))
        .orElse(new JsonObject());
  }

  private static void count(HubProgram hub, String item, int units)
      throws IOException, InterruptedException {
    JsonObject entry = new JsonObject().put("item", item).put("found", units);
    JsonObject message =
        new JsonObject()
            .put("key", "0123456789abcdef0123456789abcdef")
            .put("entries", new JsonArray(List.of(entry)));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(hub.page("/s/" + STATION + "/entries")))
            .header("Cookie", "yizhan-phone=" + phone(hub))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(message.encode()))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
  }

  /** The cookie of a phone that was let in. */
  private static String phone(HubProgram hub) {
    try (HubDatabase database = HubDatabase.open(hub.data().resolve("hub.db"))) {
      Volunteers volunteers = new Volunteers(database, InstantSource.system());
      String invitation =
          volunteers.invite(Volunteer.Kind.VOLUNTEER, List.of(), Duration.ofDays(1), 1);
      return volunteers.join(invitation, "小林").orElseThrow();
    }
  }

  private static String profile() {
    return """
    id: %s
    name: {zh: 货架驿站, en: Shelf station}
    place: shandong/liaocheng/dongchangfu
    kind: kiosk
    zone: Asia/Shanghai
    hours: 24h
    capacity: 8
    fixtures:
      door-scanner: {kind: scanner, simulated: true}
      front-lock: {kind: lock, simulated: true}
      front-contact: {kind: door-contact, simulated: true}
      exit-button: {kind: exit-button, simulated: true}
    supplies:
      mask:
        name: {zh: 口罩, en: Masks}
        minimum: 20
        target: 60
    """
        .formatted(STATION);
  }
}
