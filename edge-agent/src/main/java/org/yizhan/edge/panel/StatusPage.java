package org.yizhan.edge.panel;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.yizhan.edge.supply.KnownLevel;
import org.yizhan.edge.uplink.UplinkStatus;
import org.yizhan.station.StationProfile;
import org.yizhan.station.SupplyItem;
import org.yizhan.wire.FaultKind;
import org.yizhan.wire.HardwareKind;
import org.yizhan.wire.Moment;
import org.yizhan.wire.Presence;

/**
 * The page a technician sees on the floor, one for each language: what the station knows of itself
 * now, in sentences, each state by shape and word. Needs no script.
 */
final class StatusPage {
  static final int REFRESH_SECONDS = 5;

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private final StationReport report;
  private final Tongue tongue;
  private final StringBuilder html = new StringBuilder(8_192);

  private StatusPage(StationReport report, Tongue tongue) {
    this.report = report;
    this.tongue = tongue;
  }

  static String of(StationReport report, Tongue tongue) {
    StatusPage page = new StatusPage(report, tongue);
    page.head();
    page.cards();
    page.foot();
    return page.html.toString();
  }

  private void head() {
    StationProfile profile = report.profile();
    String name = Html.escape(tongue.say(profile.name()));
    html.append(
        """
        <!doctype html>
        <html lang="%s">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="refresh" content="%d">
        <title>%s</title>
        <link rel="stylesheet" href="panel.css">
        </head>
        <body>
        <header><h1>%s</h1><span class="age">%s</span>%s</header>
        <main>
        """
            .formatted(
                tongue.tag,
                REFRESH_SECONDS,
                name,
                name,
                Html.escape(profile.id().value()),
                otherLanguage()));
    if (report.now().hardware() == HardwareKind.SIMULATED) {
      html.append("<p class=\"simulated\">")
          .append(
              tongue.say(
                  "▲ 此驿站的硬件是模拟的，读数不是真实情况。",
                  "▲ The hardware of this station is simulated; its readings are not real."))
          .append("</p>\n");
    }
    headline();
  }

  private String otherLanguage() {
    return tongue == Tongue.ZH
        ? "<a class=\"language\" href=\"?lang=en\" lang=\"en\">English</a>"
        : "<a class=\"language\" href=\"?lang=zh\" lang=\"zh-CN\">中文</a>";
  }

  private void headline() {
    boolean trouble = report.now().faults().stream().anyMatch(f -> keepsPeopleAway(f.kind()));
    if (!report.alive() || trouble) {
      headline("bad", tongue.say("▲ 现在需要处理", "▲ Needs somebody now"));
    } else if (report.now().door() == Presence.DoorState.UNKNOWN) {
      headline("unknown", tongue.say("◌ 门的状态未知", "◌ The door's state is unknown"));
    } else {
      headline("good", tongue.say("● 正常运行", "● Works as it should"));
    }
  }

  private void headline(String kind, String text) {
    html.append("<p class=\"headline ").append(kind).append("\">").append(text).append("</p>\n");
  }

  private static boolean keepsPeopleAway(FaultKind kind) {
    return switch (kind) {
      case DOOR_NEVER_MOVED, LOCK_FAILED, SCANNER_FAILED, TOO_COLD, TOO_WARM, POWER_FAILED -> true;
      case DOOR_HELD_OPEN,
          SENSOR_FAILED,
          SENSOR_STUCK,
          JOURNAL_FAILED,
          CLOCK_UNTRUSTED,
          NODE_SILENT,
          POWER_RELAY_FAILED ->
          false;
    };
  }

  private void cards() {
    html.append("<div class=\"cards\">\n");
    faults();
    door();
    people();
    climate();
    hub();
    stock();
    html.append("</div>\n");
  }

  private void faults() {
    if (report.now().faults().isEmpty()) {
      return;
    }
    open(tongue.say("故障", "Faults"), true);
    html.append("<ul>");
    report.now().faults().stream()
        .sorted(Comparator.comparing(Presence.Fault::kind))
        .forEach(
            fault ->
                html.append("<li><span class=\"bad\">▲ ")
                    .append(FaultSentence.of(fault.kind(), tongue))
                    .append("</span> <span class=\"age\">")
                    .append(Html.escape(fault.fixture().value()))
                    .append(tongue.say(" · 自 ", " · since "))
                    .append(time(fault.since()))
                    .append("</span></li>"));
    html.append("</ul>");
    close();
  }

  private void door() {
    open(tongue.say("门", "Door"), false);
    switch (report.now().door()) {
      case CLOSED -> word("good", tongue.say("● 已关", "● Shut"));
      case OPEN -> word("good", tongue.say("● 开着", "● Open"));
      case HELD_OPEN -> word("bad", tongue.say("▲ 一直开着", "▲ Held open"));
      case UNKNOWN -> word("unknown", tongue.say("◌ 未知", "◌ Unknown"));
    }
    html.append("<p class=\"age\">")
        .append(
            tongue.say(
                "启动以来放行 %d 次，拒绝 %d 次"
                    .formatted(report.figures().admitted(), report.figures().refused()),
                "%d let in and %d refused since the start"
                    .formatted(report.figures().admitted(), report.figures().refused())))
        .append("</p>");
    close();
  }

  private void people() {
    open(tongue.say("在站人数", "People inside"), false);
    Optional<Presence.Occupancy> people = report.now().occupancy();
    if (people.isEmpty()) {
      word("unknown", tongue.say("◌ 未知", "◌ Unknown"));
    } else {
      html.append("<p class=\"number\">").append(people.get().people()).append("</p>");
      html.append("<p class=\"age\">")
          .append(
              tongue.say(
                  "估计值，可信度 " + people.get().confidencePercent() + "%",
                  "An estimate, " + people.get().confidencePercent() + " % sure"))
          .append("</p>");
    }
    close();
  }

  private void climate() {
    open(tongue.say("室内温度", "Temperature inside"), false);
    Optional<Presence.Climate> climate = report.now().climate();
    if (climate.isEmpty()) {
      word("unknown", tongue.say("◌ 未知", "◌ Unknown"));
    } else {
      Presence.Climate reading = climate.get();
      html.append("<p class=\"number\">")
          .append(Html.escape(reading.temperature().toString()))
          .append("</p><p class=\"age\">")
          .append(tongue.say("湿度 ", "Humidity "))
          .append(reading.humidity().percent())
          .append(" % · ")
          .append(age(reading.at()))
          .append("</p>");
    }
    close();
  }

  private void hub() {
    open(tongue.say("与中枢的连接", "Connection to the hub"), false);
    switch (report.uplink()) {
      case UplinkStatus.Connected _ -> word("good", tongue.say("● 已连接", "● Connected"));
      case UplinkStatus.Offline(_, var why) -> {
        word("unknown", tongue.say("◌ 离线", "◌ Offline"));
        html.append("<p class=\"age\">")
            .append(tongue.say("门照常工作。", "The door works on. "))
            .append(Html.escape(why))
            .append("</p>");
      }
    }
    html.append("<p class=\"age\">")
        .append(
            tongue.say(
                "%d 条记录等待上传".formatted(report.now().backlog()),
                "%d facts wait to be sent".formatted(report.now().backlog())))
        .append("</p>");
    close();
  }

  private void stock() {
    if (report.profile().supplies().isEmpty()) {
      return;
    }
    open(tongue.say("物资", "Supplies"), true);
    html.append("<table>");
    report.profile().supplies().forEach(this::shelf);
    html.append("</table>");
    close();
  }

  private void shelf(SupplyItem item) {
    KnownLevel level = report.stock().get(item.code());
    html.append("<tr><th>").append(Html.escape(tongue.say(item.name()))).append("</th>");
    html.append("<td class=\"figure\">");
    if (level == null || level.units().isEmpty()) {
      html.append("<span class=\"unknown\">◌ ").append(tongue.say("未知", "unknown"));
    } else {
      int units = level.units().getAsInt();
      if (LevelWords.isOld(level, report.now().at())) {
        html.append("<span class=\"unknown\">◌ ").append(units);
      } else if (units < item.minimum()) {
        html.append("<span class=\"bad\">▲ ").append(units);
      } else {
        html.append("<span class=\"good\">● ").append(units);
      }
    }
    html.append("</span></td><td class=\"age\">");
    if (level != null) {
      html.append(LevelWords.of(level, report.now().at(), report.profile().zone(), tongue))
          .append(" · ");
    }
    html.append(
            tongue.say(
                "最低量 %d，目标量 %d".formatted(item.minimum(), item.target()),
                "minimum %d, target %d".formatted(item.minimum(), item.target())))
        .append("</td></tr>");
  }

  private void foot() {
    Moment at = report.now().at();
    html.append("</main>\n<footer>")
        .append(time(at))
        .append(" (")
        .append(Html.escape(report.profile().zone().getId()))
        .append(at.clockTrusted() ? ") · " : tongue.say("，时钟未校准) · ", ", clock not set) · "))
        .append(Html.escape("Yizhan " + report.now().agentVersion()))
        .append("</footer>\n</body>\n</html>\n");
  }

  private void open(String title, boolean wide) {
    html.append("<section class=\"card").append(wide ? " wide" : "").append("\"><h2>");
    html.append(title).append("</h2>");
  }

  private void close() {
    html.append("</section>\n");
  }

  private void word(String kind, String text) {
    html.append("<p class=\"word ").append(kind).append("\">").append(text).append("</p>");
  }

  private String time(Moment at) {
    return CLOCK.format(at.wall().atZone(report.profile().zone()));
  }

  private String age(Moment at) {
    long minutes = Duration.ofMillis(Math.max(0, report.now().at().msSince(at))).toMinutes();
    return minutes == 0
        ? tongue.say("刚刚", "just now")
        : tongue.say(minutes + " 分钟前", minutes + " min ago");
  }
}
