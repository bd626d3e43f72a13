package org.yizhan.hub.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpClient;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.yizhan.hub.duty.Group;
import org.yizhan.hub.duty.Rota;
import org.yizhan.hub.duty.book.DutyBook;
import org.yizhan.station.StationId;

/**
 * One demonstration station run by four groups of simulated riders: their rota, and what they
 * signed on the past days, said to the hub as phones say it.
 */
final class SimulatedDuty {
  /** Their names say what they are. */
  static final List<String> RIDERS =
      List.of("模拟骑手一 simulated", "模拟骑手二 simulated", "模拟骑手三 simulated", "模拟骑手四 simulated");

  private static final List<String> GROUPS = List.of("模拟骑手一组", "模拟骑手二组", "模拟骑手三组", "模拟骑手四组");
  private static final int PAST_WEEKS = 3;
  private static final List<String> EVERYTHING =
      List.of("door", "lights", "air-conditioning", "tidy", "supplies", "lost-property");

  private final DemoHub hub;
  private final StationId station;
  private final ZoneId zone;
  private final List<String> cookies;
  private final SplittableRandom random = new SplittableRandom();

  /**
   * @param cookies of the riders' phones, one for each group
   */
  SimulatedDuty(DemoHub hub, StationId station, ZoneId zone, List<String> cookies) {
    this.hub = hub;
    this.station = station;
    this.zone = zone;
    this.cookies = cookies;
  }

  /** Makes the rota and signs the past, unless an earlier demonstration did. */
  void begin(HttpClient client, Instant now) {
    DutyBook book = hub.duty();
    if (book.rota(station).isPresent()) {
      return;
    }
    LocalDate today = now.atZone(zone).toLocalDate();
    LocalDate begins =
        today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(PAST_WEEKS);
    book.arrange(
        station,
        GROUPS.stream().map(name -> new DutyBook.Wish(Optional.empty(), name)).toList(),
        begins,
        today);
    Rota rota = book.rota(station).orElseThrow();
    List<Phone> phones =
        cookies.stream().map(cookie -> new Phone(client, hub.url(), cookie)).toList();
    IntStream.range(0, phones.size())
        .forEach(rider -> join(phones.get(rider), rota.groups().get(rider)));
    for (LocalDate day = begins; day.isBefore(today); day = day.plusDays(1)) {
      Group group = rota.on(day).orElseThrow().group();
      sign(phones.get(rota.groups().indexOf(group)), day);
    }
  }

  private void join(Phone phone, Group group) {
    phone.onDuty(
        station, "duty-group", new JsonObject().put("key", key()).put("group", group.number()));
  }

  /**
   * Earlier and later than the host is open; now and then the closing is forgotten, or a day off.
   */
  private void sign(Phone phone, LocalDate day) {
    boolean weekend = day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
    if (weekend && random.nextInt(3) == 0) {
      return;
    }
    Instant opened = at(day, weekend ? 7 : 5);
    say(phone, opened, "opened", List.of("door", "lights", "air-conditioning"));
    say(phone, opened.plusSeconds(4 * 3_600L), "checked", EVERYTHING.subList(3, 6));
    if (random.nextInt(8) > 0) {
      say(phone, at(day, weekend ? 22 : 23), "closed", List.of("door", "lights", "power-off"));
    }
  }

  private Instant at(LocalDate day, int hour) {
    return day.atTime(hour, random.nextInt(60)).atZone(zone).toInstant();
  }

  private void say(Phone phone, Instant at, String moment, List<String> done) {
    phone.onDuty(
        station,
        "duty",
        new JsonObject()
            .put("key", key())
            .put("moment", moment)
            .put("done", new JsonArray(done))
            .put("at", at.toEpochMilli()));
  }

  /** 128 bits, as a phone draws them. */
  private String key() {
    return HexFormat.of().toHexDigits(random.nextLong())
        + HexFormat.of().toHexDigits(random.nextLong());
  }
}
