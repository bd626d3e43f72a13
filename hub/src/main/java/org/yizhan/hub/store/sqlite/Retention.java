package org.yizhan.hub.store.sqlite;

import java.time.Instant;
import org.yizhan.hub.store.StoreException;

/**
 * Drops single facts after a time an operator has set; visits, hours and stock that were folded
 * from them stay. A journal is dropped as a whole, that long after its last fact arrived, so that
 * what is left can always be folded again; what people entered is never dropped.
 */
public final class Retention {
  /** Facts looked at in one transaction, so that arriving facts never wait long. */
  private static final int FACTS_PER_TURN = 20_000;

  private Retention() {}

  /**
   * Forgets every journal that was last heard of before this moment.
   *
   * @return how many facts were dropped
   * @throws StoreException when the database cannot be written; what was dropped until then is gone
   */
  public static long forget(HubDatabase database, Instant before) {
    int journals =
        database.write(
            handle ->
                handle.execute(
                    "UPDATE journal SET forgotten = 1, last_fact = 0"
                        + " WHERE forgotten = 0 AND own = 0 AND heard_ms < ?",
                    before.toEpochMilli()));
    if (journals == 0) {
      return 0;
    }
    long newest =
        database
            .reader()
            .withHandle(
                handle ->
                    handle
                        .createQuery("SELECT coalesce(max(id), 0) FROM fact")
                        .mapTo(Long.class)
                        .one());
    long dropped = 0;
    for (long from = 0; from <= newest; from += FACTS_PER_TURN) {
      dropped += dropBetween(database, from, from + FACTS_PER_TURN);
    }
    return dropped;
  }

  private static int dropBetween(HubDatabase database, long from, long to) {
    return database.write(
        handle ->
            handle.execute(
                "DELETE FROM fact WHERE id > ? AND id <= ?"
                    + " AND journal IN (SELECT number FROM journal WHERE forgotten = 1)",
                from,
                to));
  }
}
