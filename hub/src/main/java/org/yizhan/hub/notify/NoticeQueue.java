package org.yizhan.hub.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.yizhan.hub.notice.Audience;
import org.yizhan.hub.notice.Escalation;
import org.yizhan.hub.notice.MatterKey;
import org.yizhan.hub.notice.Notice;
import org.yizhan.hub.notice.NoticeKind;
import org.yizhan.hub.notice.StationRef;
import org.yizhan.hub.notice.Urgency;
import org.yizhan.hub.store.sqlite.HubDatabase;
import org.yizhan.station.BilingualText;
import org.yizhan.station.StationId;
import org.yizhan.station.UnionPlace;

/**
 * What stands and who is to hear of it, in the hub's database. A matter stands once; it is told to
 * one role after the other ({@link Escalation}) and its end to whoever heard of its beginning.
 */
public final class NoticeQueue implements Notices {
  /** Matters that stand at once; a network of thousands of stations has not so many. */
  static final int MATTERS_MAX = 20_000;

  /** Notices that wait for one address; more calm ones are dropped and counted. */
  static final int WAITING_MAX = 1_000;

  /** How long a calm notice waits for company. */
  static final Duration GATHER = Duration.ofMinutes(5);

  static final Duration KEEP = Duration.ofDays(30);
  private static final int ESCALATIONS_A_ROUND = 200;
  private static final System.Logger LOG = System.getLogger(NoticeQueue.class.getName());

  private final HubDatabase database;
  private final InstantSource clock;

  public NoticeQueue(HubDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What one address is told of a matter. */
  enum About {
    BEGUN,
    PASSED_ON,
    OVER
  }

  private record Matter(
      long number, NoticeKind kind, StationRef station, Urgency urgency, Instant began, int step) {}

  @Override
  public void tell(Notice notice) {
    tell(notice, Optional.empty());
  }

  /**
   * The same, and the second role is told by then, however long the {@link Escalation} would wait.
   */
  void tell(Notice notice, Optional<Instant> passedOnBy) {
    Instant now = clock.instant();
    database.change(
        handle -> {
          if (isStanding(handle, notice.key()) || isFull(handle)) {
            return;
          }
          long number = insert(handle, notice, now);
          pass(
              handle,
              new Matter(number, notice.kind(), notice.station(), notice.urgency(), now, 0),
              About.BEGUN,
              now);
          passedOnBy.ifPresent(by -> hasten(handle, number, by));
        });
  }

  private static boolean isStanding(Handle handle, MatterKey key) {
    return handle
        .createQuery(
            "SELECT EXISTS (SELECT 1 FROM notice_matter WHERE key = :key AND over_ms IS NULL)")
        .bind("key", key.value())
        .mapTo(Boolean.class)
        .one();
  }

  private static boolean isFull(Handle handle) {
    int standing =
        handle
            .createQuery("SELECT count(*) FROM notice_matter WHERE over_ms IS NULL")
            .mapTo(Integer.class)
            .one();
    if (standing >= MATTERS_MAX) {
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} matters stand already; a further one is told to nobody.",
          standing);
    }
    return standing >= MATTERS_MAX;
  }

  private static long insert(Handle handle, Notice notice, Instant now) {
    return handle
        .createQuery(
            "INSERT INTO notice_matter (key, kind, station, place, urgent, title_zh, title_en,"
                + " text_zh, text_en, link, began_ms, step, step_due_ms) VALUES (:key, :kind,"
                + " :station, :place, :urgent, :titleZh, :titleEn, :textZh, :textEn, :link, :now,"
                + " 0, :now) RETURNING number")
        .bind("key", notice.key().value())
        .bind("kind", notice.kind().name())
        .bind("station", notice.station().id().value())
        .bind("place", notice.station().place().toString())
        .bind("urgent", notice.urgency() == Urgency.URGENT)
        .bind("titleZh", notice.title().zh())
        .bind("titleEn", notice.title().en())
        .bind("textZh", notice.text().zh())
        .bind("textEn", notice.text().en())
        .bind("link", notice.link())
        .bind("now", now.toEpochMilli())
        .mapTo(Long.class)
        .one();
  }

  /** Tells the next role; where that has no address that listens, the one after it, and so on. */
  private static void pass(Handle handle, Matter matter, About about, Instant now) {
    Escalation escalation = Escalation.of(matter.kind());
    int step = matter.step();
    boolean heard = false;
    for (Optional<Audience.Role> role = escalation.role(step);
        role.isPresent() && !heard;
        role = escalation.role(step)) {
      heard = tellRole(handle, matter, role.get(), about, now);
      step++;
    }
    Optional<Instant> next = escalation.due(step, matter.began());
    handle.execute(
        "UPDATE notice_matter SET step = ?, step_due_ms = ? WHERE number = ?",
        step,
        next.map(Instant::toEpochMilli).orElse(null),
        matter.number());
  }

  private static void hasten(Handle handle, long matter, Instant by) {
    handle.execute(
        "UPDATE notice_matter SET step_due_ms = min(step_due_ms, ?) WHERE number = ?",
        by.toEpochMilli(),
        matter);
  }

  private static boolean tellRole(
      Handle handle, Matter matter, Audience.Role role, About about, Instant now) {
    boolean heard = false;
    for (Subscription each : Subscriptions.listening(handle, role, matter.station())) {
      add(handle, matter.number(), each.number(), about, matter.urgency(), now);
      heard |= !each.isMuted(now);
    }
    return heard;
  }

  private static void add(
      Handle handle, long matter, long channel, About about, Urgency urgency, Instant now) {
    int waiting =
        handle
            .createQuery("SELECT count(*) FROM notice WHERE letter IS NULL AND channel = :channel")
            .bind("channel", channel)
            .mapTo(Integer.class)
            .one();
    int most = urgency == Urgency.URGENT ? 2 * WAITING_MAX : WAITING_MAX;
    if (waiting >= most) {
      handle.execute("UPDATE notice_channel SET shed = shed + 1 WHERE number = ?", channel);
      return;
    }
    Instant due = urgency == Urgency.URGENT ? now : now.plus(GATHER);
    handle.execute(
        "INSERT INTO notice (matter, channel, about, urgent, due_ms) VALUES (?, ?, ?, ?, ?)",
        matter,
        channel,
        about.name(),
        urgency == Urgency.URGENT,
        due.toEpochMilli());
  }

  @Override
  public void over(MatterKey key) {
    Instant now = clock.instant();
    database.change(
        handle ->
            handle
                .createQuery(
                    "UPDATE notice_matter SET over_ms = :now, step_due_ms = NULL"
                        + " WHERE key = :key AND over_ms IS NULL RETURNING number")
                .bind("now", now.toEpochMilli())
                .bind("key", key.value())
                .mapTo(Long.class)
                .findOne()
                .ifPresent(matter -> tellEnd(handle, matter, now)));
  }

  /** Whoever was not told of the beginning yet need not be told of either. */
  private static void tellEnd(Handle handle, long matter, Instant now) {
    List<Long> told =
        handle
            .createQuery(
                "SELECT DISTINCT n.channel FROM notice n JOIN notice_channel c"
                    + " ON c.number = n.channel WHERE n.matter = :matter AND n.letter IS NOT NULL"
                    + " AND c.unsubscribed_ms IS NULL")
            .bind("matter", matter)
            .mapTo(Long.class)
            .list();
    handle.execute("DELETE FROM notice WHERE matter = ? AND letter IS NULL", matter);
    told.forEach(channel -> add(handle, matter, channel, About.OVER, Urgency.CALM, now));
  }

  @Override
  public void acknowledge(MatterKey key) {
    acknowledge(key, Optional.empty());
  }

  /**
   * The same, and who said so is shown.
   *
   * @return false when no such matter stands
   */
  public boolean acknowledge(MatterKey key, Optional<String> by) {
    long nowMs = clock.millis();
    return database.write(
        handle ->
            handle.execute(
                    "UPDATE notice_matter SET acknowledged_ms = ?, acknowledged_by = ?,"
                        + " step_due_ms = NULL WHERE key = ? AND over_ms IS NULL",
                    nowMs,
                    by.orElse(null),
                    key.value())
                > 0);
  }

  /** Tells the next role of what nobody took care of in time. */
  void escalate() {
    Instant now = clock.instant();
    if (!database.reader().withHandle(handle -> due(handle, now)).isEmpty()) {
      database.change(
          handle -> due(handle, now).forEach(matter -> pass(handle, matter, About.PASSED_ON, now)));
    }
  }

  private static List<Matter> due(Handle handle, Instant now) {
    return handle
        .createQuery(
            "SELECT number, kind, station, place, urgent, began_ms, step FROM notice_matter"
                + " WHERE step_due_ms <= :now ORDER BY step_due_ms LIMIT "
                + ESCALATIONS_A_ROUND)
        .bind("now", now.toEpochMilli())
        .map(
            (row, context) -> {
              StationId station = new StationId(row.getString("station"));
              return new Matter(
                  row.getLong("number"),
                  NoticeKind.valueOf(row.getString("kind")),
                  new StationRef(
                      station,
                      new BilingualText(station.value(), station.value()),
                      UnionPlace.of(row.getString("place"))),
                  row.getBoolean("urgent") ? Urgency.URGENT : Urgency.CALM,
                  Instant.ofEpochMilli(row.getLong("began_ms")),
                  row.getInt("step"));
            })
        .list();
  }

  /** What stands of these kinds. */
  Set<MatterKey> standing(Set<NoticeKind> kinds) {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT key FROM notice_matter WHERE over_ms IS NULL AND kind IN (<kinds>)")
                    .bindList("kinds", kinds.stream().map(Enum::name).toList())
                    .mapTo(String.class)
                    .list())
        .stream()
        .map(MatterKey::new)
        .collect(Collectors.toSet());
  }

  /** What stands anywhere, the urgent first, then the oldest, at most a thousand. */
  public List<StandingMatter> matters() {
    return matters("");
  }

  /** The same at or below a place; an empty place is the whole network. */
  public List<StandingMatter> matters(String place) {
    return database.reader().withHandle(handle -> MatterRows.standing(handle, place));
  }

  /** What stands at these stations, the urgent first, then the oldest, at most a thousand. */
  public List<StandingMatter> matters(Collection<StationId> stations) {
    return stations.isEmpty()
        ? List.of()
        : database.reader().withHandle(handle -> MatterRows.standing(handle, stations));
  }

  /** How many notices wait or are on their way. */
  public int waiting() {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT (SELECT count(*) FROM notice WHERE letter IS NULL)"
                            + " + (SELECT count(*) FROM notice_letter WHERE ended_ms IS NULL)")
                    .mapTo(Integer.class)
                    .one());
  }

  /** Drops what ended a month ago. */
  void forgetOld() {
    long before = clock.instant().minus(KEEP).toEpochMilli();
    database.change(
        handle -> {
          handle.execute("DELETE FROM notice_letter WHERE ended_ms < ?", before);
          handle.execute("DELETE FROM notice_matter WHERE over_ms < ?", before);
        });
  }
}
