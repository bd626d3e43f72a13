package org.yizhan.hub.notify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.yizhan.hub.notice.Digest;
import org.yizhan.hub.notice.Letter;
import org.yizhan.hub.notice.MatterKey;
import org.yizhan.hub.notice.NoticeKind;
import org.yizhan.hub.notice.NoticeWords;
import org.yizhan.hub.notice.Retry;
import org.yizhan.hub.notice.Saying;
import org.yizhan.hub.notice.Tongue;
import org.yizhan.hub.notice.Urgency;
import org.yizhan.hub.store.sqlite.HubDatabase;
import org.yizhan.station.StationId;

/**
 * Messages on their way. A message is kept whole before it is sent first and marked after it
 * arrived; killed between the two, the hub sends the same one, by its id, again.
 */
final class Letters {
  /** How long a try that was never answered for, because the hub was killed, is waited for. */
  static final Duration LEASE = Duration.ofMinutes(1);

  /** Notices of one digest; the others are the next digest's. */
  private static final int NOTICES_MAX = 500;

  private final HubDatabase database;

  Letters(HubDatabase database) {
    this.database = database;
  }

  /** A message that has not arrived. */
  record Open(long number, Letter letter, Instant composed, int tries) {}

  /** Channels that have something to send, or to compose, now. */
  List<Long> busyChannels(Instant now) {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT channel FROM notice WHERE letter IS NULL AND due_ms <= :now"
                            + " UNION SELECT channel FROM notice_letter"
                            + " WHERE ended_ms IS NULL AND due_ms <= :now")
                    .bind("now", now.toEpochMilli())
                    .mapTo(Long.class)
                    .list());
  }

  /** When messages to these channels were last tried, for what the last minute still allows. */
  List<Instant> triedSince(Instant since, long channel) {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT tried_ms FROM notice_letter"
                            + " WHERE channel = :channel AND tried_ms > :since ORDER BY tried_ms")
                    .bind("channel", channel)
                    .bind("since", since.toEpochMilli())
                    .mapTo(Long.class)
                    .list())
        .stream()
        .map(Instant::ofEpochMilli)
        .toList();
  }

  /** The message this channel waits for first; in quiet hours only urgent ones count. */
  Optional<Open> first(Subscription to, Instant now) {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT number, body, composed_ms, tries FROM notice_letter"
                            + " WHERE ended_ms IS NULL AND channel = :channel"
                            + " AND due_ms <= :now AND (urgent = 1 OR :quiet = 0)"
                            + " ORDER BY urgent DESC, number LIMIT 1")
                    .bind("channel", to.number())
                    .bind("now", now.toEpochMilli())
                    .bind("quiet", to.isQuiet(now))
                    .map((row, context) -> open(row))
                    .findOne());
  }

  private static Open open(ResultSet row) throws SQLException {
    return new Open(
        row.getLong("number"),
        LetterJson.read(row.getString("body")),
        Instant.ofEpochMilli(row.getLong("composed_ms")),
        row.getInt("tries"));
  }

  /**
   * Composes what is due for this channel. While a message still waits to arrive, further notices
   * gather behind it; urgent ones only behind an urgent one. In quiet hours only urgent ones count.
   */
  void compose(Subscription to, Optional<String> pages, Instant now) {
    if (!database.reader().withHandle(handle -> composable(handle, to, now)).isEmpty()) {
      database.change(
          handle -> {
            List<Waiting> waiting = composable(handle, to, now);
            if (!waiting.isEmpty()) {
              put(handle, to, waiting, digest(to, waiting, pages, now), now);
            }
          });
    }
  }

  private static List<Waiting> composable(Handle handle, Subscription to, Instant now) {
    if (hasOpen(handle, to, Urgency.URGENT)) {
      return List.of();
    }
    return waiting(handle, to, to.isQuiet(now) || hasOpen(handle, to, Urgency.CALM), now);
  }

  private static boolean hasOpen(Handle handle, Subscription to, Urgency urgency) {
    return handle
        .createQuery(
            "SELECT EXISTS (SELECT 1 FROM notice_letter WHERE ended_ms IS NULL"
                + " AND channel = :channel AND urgent = :urgent)")
        .bind("channel", to.number())
        .bind("urgent", urgency == Urgency.URGENT)
        .mapTo(Boolean.class)
        .one();
  }

  private record Waiting(long notice, Digest.Entry entry) {}

  private static List<Waiting> waiting(
      Handle handle, Subscription to, boolean onlyUrgent, Instant now) {
    return handle
        .createQuery(
            "SELECT n.number, n.about, n.urgent, m.key, m.kind, m.station, m.title_zh, m.title_en,"
                + " m.text_zh, m.text_en, m.link FROM notice n"
                + " JOIN notice_matter m ON m.number = n.matter"
                + " WHERE n.letter IS NULL AND n.channel = :channel AND n.due_ms <= :now"
                + " AND (n.urgent = 1 OR :onlyUrgent = 0) ORDER BY n.urgent DESC, n.number LIMIT "
                + NOTICES_MAX)
        .bind("channel", to.number())
        .bind("now", now.toEpochMilli())
        .bind("onlyUrgent", onlyUrgent)
        .map((row, context) -> entry(row, to.wish().tongue()))
        .list();
  }

  private static Waiting entry(ResultSet row, Tongue tongue) throws SQLException {
    NoticeQueue.About about = NoticeQueue.About.valueOf(row.getString("about"));
    Saying title = new Saying(row.getString("title_zh"), row.getString("title_en"));
    Saying shown =
        switch (about) {
          case BEGUN -> title;
          case PASSED_ON -> NoticeWords.passedOn(title);
          case OVER -> NoticeWords.over(title);
        };
    boolean over = about == NoticeQueue.About.OVER;
    String text = tongue == Tongue.ZH ? row.getString("text_zh") : row.getString("text_en");
    return new Waiting(
        row.getLong("number"),
        new Digest.Entry(
            new Letter.Item(
                new MatterKey(row.getString("key")),
                NoticeKind.valueOf(row.getString("kind")),
                Optional.of(new StationId(row.getString("station"))),
                over,
                shown.in(tongue),
                over ? "" : text,
                row.getString("link")),
            row.getBoolean("urgent") ? Urgency.URGENT : Urgency.CALM));
  }

  private static List<Letter> digest(
      Subscription to, List<Waiting> waiting, Optional<String> pages, Instant now) {
    Format format = Senders.format(to.wish().channel());
    return Digest.of(
        waiting.stream().map(Waiting::entry).toList(),
        new Digest.Frame(
            () -> UUID.randomUUID().toString(),
            now,
            to.wish().tongue(),
            pages,
            wayOut(to, pages),
            format::bytes,
            format.limits().bytes()));
  }

  static Letter.WayOut wayOut(Subscription to, Optional<String> pages) {
    return pages
        .<Letter.WayOut>map(
            address -> new Letter.WayOut.Link(address + "/unsubscribe/" + to.wayOut()))
        .orElseGet(() -> new Letter.WayOut.Ask(to.wish().name()));
  }

  private static void put(
      Handle handle, Subscription to, List<Waiting> waiting, List<Letter> letters, Instant now) {
    List<Waiting> rest = new ArrayList<>(waiting);
    for (Letter letter : letters) {
      long number =
          handle
              .createQuery(
                  "INSERT INTO notice_letter (id, channel, body, urgent, composed_ms, due_ms)"
                      + " VALUES (:id, :channel, :body, :urgent, :now, :now) RETURNING number")
              .bind("id", letter.id())
              .bind("channel", to.number())
              .bind("body", LetterJson.of(letter))
              .bind("urgent", letter.urgency() == Urgency.URGENT)
              .bind("now", now.toEpochMilli())
              .mapTo(Long.class)
              .one();
      List<Waiting> taken = rest.subList(0, letter.items().size() + letter.more());
      taken.forEach(
          each ->
              handle.execute(
                  "UPDATE notice SET letter = ? WHERE number = ?", number, each.notice()));
      taken.clear();
    }
  }

  /** Before a try: should the hub be killed in it, the message is tried again after the lease. */
  void trying(Open open, Instant now) {
    database.change(
        handle ->
            handle.execute(
                "UPDATE notice_letter SET tries = tries + 1, tried_ms = ?, due_ms = ?"
                    + " WHERE number = ?",
                now.toEpochMilli(),
                now.plus(LEASE).toEpochMilli(),
                open.number()));
  }

  /** At a start: what was being tried when the hub ended is due at once. */
  void resume(Instant now) {
    database.change(
        handle ->
            handle.execute(
                "UPDATE notice_letter SET due_ms = ? WHERE ended_ms IS NULL AND tried_ms IS NOT NULL"
                    + " AND due_ms = tried_ms + ?",
                now.toEpochMilli(),
                LEASE.toMillis()));
  }

  void arrived(Open open, Instant now) {
    database.change(
        handle ->
            handle.execute(
                "UPDATE notice_letter SET ended_ms = ?, sent = 1, trouble = NULL WHERE number = ?",
                now.toEpochMilli(),
                open.number()));
  }

  void again(Open open, String trouble, Instant due) {
    database.change(
        handle ->
            handle.execute(
                "UPDATE notice_letter SET due_ms = ?, trouble = ? WHERE number = ?",
                due.toEpochMilli(),
                trouble,
                open.number()));
  }

  /** Shown from now on; and who is next in line hears at once, since these do not. */
  void giveUp(Open open, String trouble, Instant now) {
    database.change(
        handle -> {
          handle.execute(
              "UPDATE notice_letter SET ended_ms = ?, trouble = ? WHERE number = ?",
              now.toEpochMilli(),
              trouble,
              open.number());
          handle.execute(
              "UPDATE notice_matter SET step_due_ms = ? WHERE step_due_ms IS NOT NULL AND number IN"
                  + " (SELECT matter FROM notice WHERE letter = ?)",
              now.toEpochMilli(),
              open.number());
        });
  }

  /** Whether it is hopeless is decided after the try that failed. */
  static boolean isHopeless(Open open, Instant now) {
    return Retry.isHopeless(open.tries() + 1, open.composed(), now);
  }
}
