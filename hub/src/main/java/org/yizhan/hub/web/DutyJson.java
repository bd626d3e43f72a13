package org.yizhan.hub.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yizhan.hub.duty.Group;
import org.yizhan.hub.duty.Rota;
import org.yizhan.hub.duty.Signed;
import org.yizhan.hub.duty.Swap;
import org.yizhan.hub.duty.Turn;
import org.yizhan.hub.duty.book.DutySwaps;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.people.Volunteer;
import org.yizhan.hub.web.view.Texts;

/** Duty at a station as a phone shows it; nicknames are for those who help there. */
final class DutyJson {
  private static final int SWAPS_SHOWN = 6;

  private DutyJson() {}

  /** Null where no groups take turns. */
  static @Nullable JsonObject of(
      StationStatus station, HubWeb.Parts parts, Optional<Volunteer> who, Visit visit) {
    HubWeb.Duty duty = parts.shelves().duty();
    Optional<Rota> rota = duty.book().rota(station.id());
    if (rota.isEmpty()) {
      return null;
    }
    Texts t = visit.texts();
    LocalDate today = visit.now().atZone(station.zone()).toLocalDate();
    Optional<Group> mine =
        who.flatMap(person -> duty.book().groupOf(station.id(), person.number()));
    JsonArray groups = new JsonArray();
    rota.get()
        .groups()
        .forEach(
            group ->
                groups.add(
                    new JsonObject().put("number", group.number()).put("name", group.name())));
    JsonArray weeks = new JsonArray();
    rota.get().turns(today, DutySwaps.WEEKS).forEach(turn -> weeks.add(week(turn, today, mine, t)));
    JsonArray signed = new JsonArray();
    JsonArray swaps = new JsonArray();
    if (who.isPresent()) {
      Instant midnight = today.atStartOfDay(station.zone()).toInstant();
      duty.book().signed(station.id(), midnight).forEach(each -> signed.add(signed(each)));
      duty.swaps().latest(station.id(), SWAPS_SHOWN).stream()
          .filter(swap -> !swap.one().isBefore(today) || !swap.other().isBefore(today))
          .forEach(swap -> swaps.add(swap(swap, mine, t)));
    }
    return new JsonObject()
        .put("groups", groups)
        .put("mine", mine.map(Group::number).orElse(0))
        .put("day", today.toString())
        .put("weeks", weeks)
        .put("signed", signed)
        .put("swaps", swaps);
  }

  private static JsonObject week(Turn turn, LocalDate today, Optional<Group> mine, Texts t) {
    return new JsonObject()
        .put("first", turn.first().toString())
        .put("last", turn.last().toString())
        .put("days", days(turn.first(), t))
        .put("group", turn.group().name())
        .put("swapped", turn.swapped())
        .put("mine", mine.filter(turn.group()::equals).isPresent())
        .put("begun", !turn.first().isAfter(today));
  }

  /** "Nov 23 – Nov 29". */
  static String days(LocalDate first, Texts t) {
    return t.monthDay(first) + "–" + t.monthDay(first.plusDays(Rota.DAYS - 1L));
  }

  private static JsonObject signed(Signed signed) {
    JsonArray done = new JsonArray();
    signed.done().stream().sorted().forEach(task -> done.add(word(task)));
    return new JsonObject()
        .put("at", signed.at().toEpochMilli())
        .put("moment", word(signed.moment()))
        .put("done", done)
        .put("who", signed.who())
        .put("helped", signed.helped())
        .put("note", signed.note());
  }

  private static JsonObject swap(Swap swap, Optional<Group> mine, Texts t) {
    boolean open = swap.state() == Swap.State.ASKED;
    return new JsonObject()
        .put("id", swap.id())
        .put("sentence", sentence(swap, t))
        .put("mayAnswer", open && mine.filter(swap.asked()::equals).isPresent())
        .put("mayWithdraw", open && mine.filter(swap.asking()::equals).isPresent());
  }

  /** Who asks whom for what, and what came of it. */
  static String sentence(Swap swap, Texts t) {
    return t.say(
        "duty.swap." + word(swap.state()),
        swap.asking().name(),
        days(swap.one(), t),
        swap.asked().name(),
        days(swap.other(), t));
  }

  /** {@code air-conditioning}, as messages and texts say it. */
  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static <E extends Enum<E>> Optional<E> of(List<E> values, String word) {
    return values.stream().filter(value -> word(value).equals(word)).findFirst();
  }
}
