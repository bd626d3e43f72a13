package org.yizhan.hub.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.yizhan.hub.duty.Rota;
import org.yizhan.hub.duty.Signed;
import org.yizhan.hub.duty.Turn;
import org.yizhan.station.BilingualText;
import org.yizhan.wire.DutyMoment;

/**
 * When a group is reminded that its week begins: from the evening before until somebody signed the
 * opening of the first day, or that day is over. The keeper hears of it at noon of that day; of a
 * turn that a group is given later, within the hour.
 */
public final class DutyConcerns {
  private static final LocalTime EVENING = LocalTime.of(18, 0);

  /** What is left of an hour when a notice was found within a minute and waited for company. */
  private static final Duration TO_OPEN = Duration.ofMinutes(50);

  private DutyConcerns() {}

  /**
   * The reminder that is due now.
   *
   * @param signed at least what was signed in the last two days
   */
  public static Optional<StationConcerns.Concern> at(
      StationRef station, Rota rota, List<Signed> signed, ZoneId zone, Instant now) {
    LocalDate today = now.atZone(zone).toLocalDate();
    LocalDate day = now.atZone(zone).toLocalTime().isBefore(EVENING) ? today : today.plusDays(1);
    return rota.on(today)
        .filter(turn -> turn.first().equals(today))
        .or(() -> rota.on(day).filter(turn -> turn.first().equals(day)))
        .filter(turn -> !isOpened(turn.first(), signed, zone))
        .map(
            turn ->
                new StationConcerns.Concern(
                    reminder(station, turn),
                    Duration.ZERO,
                    Optional.of(keeperHears(turn.first(), zone, now))));
  }

  private static Instant keeperHears(LocalDate first, ZoneId zone, Instant now) {
    Instant noon = first.atTime(LocalTime.NOON).atZone(zone).toInstant();
    Instant given = now.plus(TO_OPEN);
    return noon.isBefore(given) ? given : noon;
  }

  private static boolean isOpened(LocalDate day, List<Signed> signed, ZoneId zone) {
    return signed.stream()
        .anyMatch(
            each ->
                each.moment() == DutyMoment.OPENED
                    && each.at().atZone(zone).toLocalDate().equals(day));
  }

  private static Notice reminder(StationRef station, Turn turn) {
    String name = turn.group().name();
    return NoticeWords.dutyReminder(
        station,
        "d" + DateTimeFormatter.BASIC_ISO_DATE.format(turn.first()) + "-" + turn.group().number(),
        new BilingualText(name, name),
        turn.first());
  }
}
