package org.yizhan.hub.web;

import io.micrometer.core.instrument.Gauge;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.yizhan.hub.store.Changes;
import org.yizhan.station.StationId;

/**
 * The live parts of open pages, by server-sent events (HTML, 9.2). Pages that show the same thing
 * in the same language are one group: drawn once per change, at most every quarter of a second, and
 * all of it anew each time, so a missed event loses nothing.
 */
final class LiveEvents implements AutoCloseable {
  static final int STREAMS_MAX = 500;
  private static final System.Logger LOG = System.getLogger(LiveEvents.class.getName());
  private static final long GATHER_MS = 250;
  private static final long TICK_MS = 15_000;

  private final Vertx vertx;
  private final HubWeb.Parts parts;
  private final Context context;
  private final AtomicInteger open = new AtomicInteger();
  private final Set<StationId> changed = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean gathering = new AtomicBoolean();

  /** Only touched on {@link #context}. */
  private final Map<LiveTopic, List<Stream>> groups = new HashMap<>();

  private AutoCloseable listening = () -> {};
  private long tick = -1;

  private record Stream(HttpServerResponse response, String session) {}

  LiveEvents(Vertx vertx, HubWeb.Parts parts) {
    this.vertx = vertx;
    this.parts = parts;
    this.context = vertx.getOrCreateContext();
    Gauge.builder("yizhan.web.live.pages", open, AtomicInteger::get)
        .description("Open pages that are kept up to date by events")
        .strongReference(true)
        .register(parts.meters());
  }

  void begin() {
    Changes changes = parts.changes();
    listening = changes.listen(this::changed);
    tick = vertx.setPeriodic(TICK_MS, _ -> context.runOnContext(_ -> drawAll()));
  }

  /** From a writer's thread: only notes it down. */
  private void changed(StationId station) {
    changed.add(station);
    if (gathering.compareAndSet(false, true)) {
      vertx.setTimer(GATHER_MS, _ -> context.runOnContext(_ -> drawChanged()));
    }
  }

  /** Answers a request with a stream, or refuses when too many are open (503). */
  void open(Visit visit, LiveTopic topic) {
    if (open.incrementAndGet() > STREAMS_MAX) {
      open.decrementAndGet();
      visit.context().fail(503);
      return;
    }
    HttpServerResponse response = visit.context().response();
    Stream stream = new Stream(response, visit.cookie());
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream; charset=utf-8")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store, no-transform")
        .putHeader(HttpHeaders.CONTENT_ENCODING, "identity")
        .putHeader("X-Accel-Buffering", "no")
        .setChunked(true)
        .closeHandler(_ -> context.runOnContext(_ -> drop(topic, stream)));
    response.write("retry: 3000\n\n");
    context.runOnContext(
        _ -> {
          if (response.closed()) { // left before it was let in: nobody else would count it out
            open.decrementAndGet();
            return;
          }
          groups.computeIfAbsent(topic, _ -> new ArrayList<>()).add(stream);
          draw(topic);
        });
  }

  private void drop(LiveTopic topic, Stream stream) {
    List<Stream> group = groups.get(topic);
    if (group != null && group.remove(stream)) {
      open.decrementAndGet();
      if (group.isEmpty()) {
        groups.remove(topic);
      }
    }
  }

  private void drawChanged() {
    gathering.set(false);
    Set<StationId> stations = new java.util.HashSet<>();
    for (Iterator<StationId> each = changed.iterator(); each.hasNext(); ) {
      stations.add(each.next());
      each.remove();
    }
    for (LiveTopic topic : List.copyOf(groups.keySet())) {
      if (stations.stream().anyMatch(topic::concerns)) {
        draw(topic);
      }
    }
  }

  /** Ages grow and silence falls without any event; and whoever signed out sees no more. */
  private void drawAll() {
    groups.keySet().stream().toList().forEach(this::draw);
    List<Stream> all = groups.values().stream().flatMap(List::stream).toList();
    vertx
        .executeBlocking(
            () -> all.stream().filter(s -> parts.sessions().find(s.session()).isEmpty()).toList(),
            false)
        .onSuccess(ended -> ended.forEach(stream -> stream.response().end()));
  }

  private void draw(LiveTopic topic) {
    context
        .executeBlocking(() -> topic.draw(parts.clock().instant()), false)
        .onSuccess(html -> context.runOnContext(_ -> send(topic, html)))
        .onFailure(
            e -> LOG.log(Level.WARNING, "a live page could not be drawn: {0}", e.toString()));
  }

  private void send(LiveTopic topic, String html) {
    StringBuilder event = new StringBuilder(html.length() + 256).append("event: live\n");
    html.lines().forEach(line -> event.append("data: ").append(line).append('\n'));
    String text = event.append('\n').toString();
    for (Stream stream : groups.getOrDefault(topic, List.of())) {
      // a reader that does not keep up misses this one; the next holds everything
      if (!stream.response().closed() && !stream.response().writeQueueFull()) {
        stream.response().write(text);
      }
    }
  }

  @Override
  public void close() {
    vertx.cancelTimer(tick);
    try {
      listening.close();
    } catch (Exception e) {
      throw new IllegalStateException("listening for changes could not be ended", e);
    }
  }
}
