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
 * opening of the first day, or that day is over.
 */
public final class DutyConcerns {
  private static final LocalTime EVENING = LocalTime.of(18, 0);

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
        .map(turn -> new StationConcerns.Concern(reminder(station, turn), Duration.ZERO));
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
        "d" + DateTimeFormatter.BASIC_ISO_DATE.format(turn.first()),
        new BilingualText(name, name),
        turn.first());
  }
}
