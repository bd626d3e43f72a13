package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.hub.identity.SettableClock;
import org.yizhan.hub.people.Volunteer;
import org.yizhan.hub.store.Readings;
import org.yizhan.hub.store.sqlite.HubDatabase;
import org.yizhan.hub.store.sqlite.SqliteReadings;
import org.yizhan.station.ProfileReader;
import org.yizhan.station.ProfileReading;
import org.yizhan.station.StationId;

/** A hub with two registered stations that stock a few things, and phones before it. */
class WithShelf {
  static final StationId STATION = new StationId("kiosk-01");
  static final StationId OTHER = new StationId("kiosk-02");
  private static final String SUPPLIES =
      """
      supplies:
        water-550ml:
          name: {zh: 瓶装水, en: Bottled water}
          minimum: 24
          target: 96
        mask:
          name: {zh: 口罩, en: Masks}
          minimum: 20
          target: 60
          shelf: A2
        heat-pad:
          name: {zh: 暖宝宝, en: Heat pads}
          minimum: 20
          target: 80
          season: [winter]
        salt-soda:
          name: {zh: 盐汽水, en: Salt soda}
          minimum: 12
          target: 48
          season: [summer]
      """;

  final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T04:30:00Z"));

  @SuppressWarnings("NullAway.Init")
  HubDatabase database;

  @SuppressWarnings("NullAway.Init")
  TestHub hub;

  @SuppressWarnings("NullAway.Init")
  HubClient phone;

  private int keys;

  @BeforeEach
  final void open(@TempDir Path folder) {
    database = HubDatabase.open(folder.resolve("hub.db"));
    register(STATION, "黄河五路驿站", "Huanghe 5th Road");
    register(OTHER, "渤海七路驿站", "Bohai 7th Road");
    hub = new TestHub(folder, readings(), _ -> () -> {}, clock, 0).withAccount();
    phone = new HubClient(hub);
  }

  Readings readings() {
    return new SqliteReadings(database);
  }

  @AfterEach
  final void close() {
    hub.close();
    database.close();
  }

  private void register(StationId id, String zh, String en) {
    String yaml =
        """
        id: %s
        name: {zh: %s, en: %s}
        place: shandong/binzhou/bincheng
        kind: hosted
        host: {zh: 交警岗亭, en: Police post}
        zone: Asia/Shanghai
        hours: 24h
        capacity: 8
        fixtures:
          front-contact: {kind: door-contact, simulated: true}
        """
                .formatted(id, zh, en)
            + SUPPLIES;
    assertThat(ProfileReader.read(yaml)).isInstanceOf(ProfileReading.Read.class);
    database.change(
        handle ->
            handle.execute(
                "INSERT INTO station (id, name_zh, name_en, place, profile_yaml, profile_revision,"
                    + " added_ms) VALUES (?, ?, ?, 'shandong/binzhou/bincheng', ?, 1, 0)",
                id.value(),
                zh,
                en,
                yaml));
  }

  final void standsAt(StationId id, double latitude, double longitude) {
    database.change(
        handle ->
            handle.execute(
                "UPDATE station SET profile_yaml = profile_yaml || ? WHERE id = ?",
                "at: {lat: " + latitude + ", lon: " + longitude + "}\n",
                id.value()));
  }

  /** A phone that was let in, in English. */
  final HubClient joined(String nickname) {
    return joined(nickname, Volunteer.Kind.VOLUNTEER, List.of());
  }

  final HubClient joined(String nickname, Volunteer.Kind kind, List<StationId> stations) {
    HubClient client = new HubClient(hub);
    String link = hub.parts().shelves().volunteers().invite(kind, stations, Duration.ofDays(1), 1);
    String cookie = hub.parts().shelves().volunteers().join(link, nickname).orElseThrow();
    client.cookies().put("yizhan-phone", cookie);
    client.cookies().put("lang", "en");
    return client;
  }

  /** A key nobody used. */
  final String key() {
    return "%032x".formatted(++keys);
  }

  final JsonObject shelf(HubClient client) {
    return new JsonObject(client.get("/s/" + STATION + "/shelf.json").body());
  }

  final JsonObject item(HubClient client, String code) {
    return shelf(client).getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .filter(item -> item.getString("code").equals(code))
        .findFirst()
        .orElseThrow();
  }

  static JsonObject entry(String item) {
    return new JsonObject().put("item", item);
  }

  static JsonObject message(String key, JsonObject... entries) {
    return new JsonObject().put("key", key).put("entries", new JsonArray(List.of(entries)));
  }

  static HttpResponse<String> send(HubClient client, JsonObject message) {
    return client.postJson("/s/" + STATION + "/entries", message);
  }

  /** A picture as a phone takes it. */
  static byte[] jpeg() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB), "jpeg", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static String problem(HttpResponse<String> answer) {
    return new JsonObject(answer.body()).getString("detail", "");
  }
}
