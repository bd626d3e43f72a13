package org.yizhan.hub.orders;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import org.yizhan.hub.store.sqlite.HubDatabase;
import org.yizhan.station.StationId;
import org.yizhan.wire.Order;

/** Where people ask for a door to be released once. */
public final class UnlockQueue {
  public static final Duration LIFE = Duration.ofSeconds(60);

  private final HubDatabase database;
  private final InstantSource clock;
  private final SecureRandom random;

  public UnlockQueue(HubDatabase database, InstantSource clock, SecureRandom random) {
    this.database = database;
    this.clock = clock;
    this.random = random;
  }

  /** Keeps the order; a hub that runs sends it within half a second, once. */
  public Order.UnlockDoor add(StationId station) {
    byte[] bits = new byte[16];
    random.nextBytes(bits);
    Instant now = clock.instant();
    Order.UnlockDoor order =
        new Order.UnlockDoor(HexFormat.of().formatHex(bits), now.plus(LIFE).toEpochMilli());
    database.change(
        handle ->
            handle.execute(
                "INSERT INTO unlock_order (id, station, created_ms, expires_ms)"
                    + " VALUES (?, ?, ?, ?)",
                order.id(),
                station.value(),
                now.toEpochMilli(),
                order.expiresAtMs()));
    return order;
  }

  /** Whether a running hub has taken it. */
  public boolean isSent(Order.UnlockDoor order) {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT EXISTS (SELECT 1 FROM unlock_order"
                            + " WHERE id = :id AND sent_ms IS NOT NULL)")
                    .bind("id", order.id())
                    .mapTo(Boolean.class)
                    .one());
  }
}
