package org.yizhan.edge.panel;

import java.util.List;
import java.util.Locale;
import org.yizhan.edge.journal.RecentFact;
import org.yizhan.edge.uplink.UplinkStatus;
import org.yizhan.wire.HardwareKind;
import org.yizhan.wire.Moment;
import org.yizhan.wire.Presence;

/** The same for a terminal: one thing a line. */
public final class StatusText {
  private StatusText() {}

  static String of(StationReport report) {
    Presence.Snapshot now = report.now();
    StringBuilder text = new StringBuilder(1_024);
    line(text, "station", report.profile().id() + "  " + report.profile().name().zh());
    if (now.hardware() == HardwareKind.SIMULATED) {
      line(text, "hardware", "SIMULATED: readings are not real");
    }
    line(text, "time", when(now.at()) + ", up for " + now.at().sinceStartMs() / 1_000 + " s");
    line(text, "door", now.door().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    line(
        text,
        "inside",
        now.occupancy()
            .map(o -> o.people() + " (" + o.confidencePercent() + " % sure)")
            .orElse("unknown"));
    line(
        text,
        "climate",
        now.climate()
            .map(c -> c.temperature() + ", " + c.humidity().percent() + " % humidity")
            .orElse("unknown"));
    report
        .stock()
        .forEach(
            (item, level) ->
                line(
                    text,
                    "stock",
                    "%s: %s (%s)"
                        .formatted(
                            item,
                            level.units().isPresent() ? level.units().getAsInt() : "unknown",
                            LevelWords.of(level, now.at(), report.profile().zone(), Tongue.EN))));
    switch (report.uplink()) {
      case UplinkStatus.Connected(var since) -> line(text, "hub", "connected since " + when(since));
      case UplinkStatus.Offline(_, var why) -> line(text, "hub", "offline: " + why);
    }
    line(text, "backlog", now.backlog() + " facts");
    for (Presence.Fault fault : now.faults()) {
      line(
          text,
          "FAULT",
          FaultSentence.of(fault.kind(), Tongue.EN)
              + " ("
              + fault.fixture()
              + ", since "
              + when(fault.since())
              + ")");
    }
    return text.toString();
  }

  /** One fact a line: time (UTC, with "?" when nobody had set the clock), number, what. */
  public static String of(List<RecentFact> facts) {
    StringBuilder text = new StringBuilder(facts.size() * 100);
    for (RecentFact fact : facts) {
      text.append(when(fact.entry().at()))
          .append("  ")
          .append(fact.journal().value(), 0, 6)
          .append('#')
          .append(fact.number())
          .append("  ")
          .append(fact.entry().fact())
          .append('\n');
    }
    return text.toString();
  }

  private static String when(Moment at) {
    return at.wall() + (at.clockTrusted() ? "" : "?");
  }

  private static void line(StringBuilder text, String what, String value) {
    text.append("%-9s %s%n".formatted(what, value));
  }
}
