package org.yizhan.hub.settings;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.yizhan.hub.store.sqlite.HubDatabase;

/** Reads and writes what was set; what was not has its usual value. */
public final class HubSettings {
  private static final String PUBLIC_HOST = "public-host";
  private static final String MQTT_PORT = "mqtt-port";
  private static final String WEB_ADDRESS = "web-address";
  private static final String ENROL_PORT = "enrol-port";

  private final HubDatabase database;

  public HubSettings(HubDatabase database) {
    this.database = database;
  }

  public int read(HubSetting setting) {
    return text(setting.word())
        .map(Integer::parseInt)
        .filter(setting::allows)
        .orElse(setting.usual());
  }

  public Duration certificateLife() {
    return Duration.ofDays(read(HubSetting.CERTIFICATE_DAYS));
  }

  /**
   * When a setting was given the value it has.
   *
   * @param by the account that did; empty for a command
   */
  public record LastSet(Instant at, Optional<String> by) {}

  /** Empty while it was never set, or was by a hub that did not note it. */
  public Optional<LastSet> lastSet(HubSetting setting) {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT set_ms, set_by FROM hub_setting"
                            + " WHERE name = :name AND set_ms IS NOT NULL")
                    .bind("name", setting.word())
                    .map(
                        (row, context) ->
                            new LastSet(
                                Instant.ofEpochMilli(row.getLong(1)),
                                Optional.ofNullable(row.getString(2))))
                    .findOne());
  }

  /**
   * Sets one. Setting it to what it is changes nothing, nor since when.
   *
   * @param set when, and by whom
   * @throws IllegalArgumentException outside its bounds
   */
  public void write(HubSetting setting, int value, LastSet set) {
    if (!setting.allows(value)) {
      throw new IllegalArgumentException(
          setting.word() + " lies between " + setting.least() + " and " + setting.most());
    }
    database.change(
        handle ->
            handle.execute(
                "INSERT INTO hub_setting (name, value, set_ms, set_by) VALUES (?, ?, ?, ?)"
                    + " ON CONFLICT (name) DO UPDATE SET value = excluded.value,"
                    + " set_ms = excluded.set_ms, set_by = excluded.set_by"
                    + " WHERE value <> excluded.value",
                setting.word(),
                Integer.toString(value),
                set.at().toEpochMilli(),
                set.by().orElse(null)));
  }

  /** Where stations reach this hub, as it last ran. */
  public record Reachable(String host, int mqttPort, int enrolPort) {}

  /** Empty until the hub has run once. */
  public Optional<Reachable> reachable() {
    return text(PUBLIC_HOST)
        .map(
            host ->
                new Reachable(
                    host,
                    Integer.parseInt(text(MQTT_PORT).orElse("8883")),
                    Integer.parseInt(text(ENROL_PORT).orElse("8443"))));
  }

  public void write(Reachable reachable) {
    if (reachable().equals(Optional.of(reachable))) {
      return;
    }
    keep(PUBLIC_HOST, reachable.host());
    keep(MQTT_PORT, Integer.toString(reachable.mqttPort()));
    keep(ENROL_PORT, Integer.toString(reachable.enrolPort()));
  }

  /** Where people reach the pages, as the hub last ran; empty until it has run once. */
  public Optional<String> webAddress() {
    return text(WEB_ADDRESS);
  }

  public void writeWebAddress(String address) {
    if (!webAddress().equals(Optional.of(address))) {
      keep(WEB_ADDRESS, address);
    }
  }

  private Optional<String> text(String name) {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT value FROM hub_setting WHERE name = :name")
                    .bind("name", name)
                    .mapTo(String.class)
                    .findOne());
  }

  private void keep(String name, String value) {
    database.change(
        handle ->
            handle.execute(
                "INSERT INTO hub_setting (name, value) VALUES (?, ?)"
                    + " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                name,
                value));
  }
}
