package org.yizhan.hub.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.yizhan.hub.duty.Group;
import org.yizhan.hub.duty.Swap;
import org.yizhan.hub.duty.Turn;
import org.yizhan.hub.duty.book.DutySwaps;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.people.Volunteer;
import org.yizhan.hub.store.EntryBook;
import org.yizhan.hub.store.EntryKey;
import org.yizhan.hub.web.ShelfRoutes.Asked;
import org.yizhan.hub.web.view.Texts;
import org.yizhan.wire.DutyMoment;
import org.yizhan.wire.DutyTask;
import org.yizhan.wire.Fact;

/** What a phone on duty sends: what was signed, its group, swaps of weeks. */
final class DutyDesk {
  private final HubWeb.Parts parts;
  private final ShelfDesk shelf;

  DutyDesk(HubWeb.Parts parts, ShelfDesk shelf) {
    this.parts = parts;
    this.shelf = shelf;
  }

  private HubWeb.Duty duty() {
    return parts.shelves().duty();
  }

  /** Keeps what was signed, under the group whose turn it was then. */
  JsonObject sign(Asked asked) {
    StationStatus station = shelf.station(asked);
    Texts t = asked.visit().texts();
    JsonObject body = asked.body();
    EntryKey key = ShelfDesk.key(body, "key", t);
    DutyMoment moment =
        DutyJson.of(List.of(DutyMoment.values()), ShelfMessage.text(body, "moment"))
            .orElseThrow(() -> new BadRequest("moment", t.say("duty.wrong.moment")));
    Instant at = at(body, asked.visit().now(), t);
    // sent again, it stands under the group it was kept under, whatever the rota says by now
    String party =
        duty().book().partyOf(asked.station(), key).orElseGet(() -> onDuty(asked, station, at));
    Fact.DutySigned fact = new Fact.DutySigned(moment, tasks(body, t), party, note(body, t));
    EntryBook.Outcome outcome =
        parts
            .shelves()
            .entries()
            .enter(
                new EntryBook.Entered(
                    asked.station(),
                    key,
                    OptionalInt.of(person(asked).number()),
                    List.of(new EntryBook.Said(at, fact))));
    return switch (outcome) {
      case KEPT, KEPT_BEFORE -> kept(asked, key);
      case KEY_OF_ANOTHER -> throw new Conflict(t.say("shelf.key-of-another"));
      case NO_SUCH_STATION -> throw new NotFound(t.say("shelf.no-station"));
    };
  }

  private String onDuty(Asked asked, StationStatus station, Instant at) {
    return duty()
        .book()
        .rota(asked.station())
        .flatMap(rota -> rota.on(at.atZone(station.zone()).toLocalDate()))
        .map(Turn::group)
        .map(Group::name)
        .orElse("");
  }

  private static Volunteer person(Asked asked) {
    return asked.who().orElseThrow();
  }

  private JsonObject kept(Asked asked, EntryKey key) {
    return shelf.state(asked).put("kept", key.value());
  }

  /** By the hub's clock: what the phone's is ahead is taken off, and nothing lies in the future. */
  private static Instant at(JsonObject body, Instant now, Texts t) {
    long nowMs = now.toEpochMilli();
    long aheadMs = ShelfMessage.number(body, "sentAt").orElse(nowMs) - nowMs;
    long saidMs = ShelfMessage.number(body, "at").orElse(nowMs + aheadMs) - aheadMs;
    Instant at = Instant.ofEpochMilli(Math.min(saidMs, nowMs));
    if (at.isBefore(now.minus(ShelfMessage.AGE_MAX))) {
      throw new BadRequest("at", t.say("duty.wrong.at", ShelfMessage.AGE_MAX.toDays()));
    }
    return at;
  }

  private static Set<DutyTask> tasks(JsonObject body, Texts t) {
    BadRequest wrong = new BadRequest("done", t.say("duty.wrong.task"));
    if (!(body.getValue("done", new JsonArray()) instanceof JsonArray words)
        || words.size() > DutyTask.values().length) {
      throw wrong;
    }
    Set<DutyTask> done = EnumSet.noneOf(DutyTask.class);
    for (Object word : words) {
      done.add(
          DutyJson.of(List.of(DutyTask.values()), String.valueOf(word)).orElseThrow(() -> wrong));
    }
    return done;
  }

  private static String note(JsonObject body, Texts t) {
    String note = ShelfMessage.text(body, "note").strip();
    if (note.length() > Fact.Told.WORDS_MAX) {
      throw new BadRequest("note", t.say("duty.wrong.note", Fact.Told.WORDS_MAX));
    }
    return note;
  }

  /** Somebody says which group is theirs; 0 is none. */
  JsonObject join(Asked asked) {
    Texts t = asked.visit().texts();
    shelf.station(asked);
    EntryKey key = ShelfDesk.key(asked.body(), "key", t);
    Optional<Long> group = ShelfMessage.number(asked.body(), "group");
    if (group.isEmpty()
        || !duty()
            .book()
            .join(
                asked.station(),
                person(asked).number(),
                Math.clamp(group.get(), -1, Integer.MAX_VALUE))) {
      throw new BadRequest("group", t.say("duty.wrong.group"));
    }
    return kept(asked, key);
  }

  JsonObject ask(Asked asked) {
    StationStatus station = shelf.station(asked);
    Texts t = asked.visit().texts();
    EntryKey key = ShelfDesk.key(asked.body(), "key", t);
    DutySwaps.Outcome outcome =
        duty()
            .swaps()
            .ask(
                asked.station(),
                key.value(),
                person(asked).number(),
                day(asked, "one"),
                day(asked, "other"),
                today(asked, station));
    return done(asked, key, outcome);
  }

  JsonObject answer(Asked asked) {
    StationStatus station = shelf.station(asked);
    Texts t = asked.visit().texts();
    EntryKey key = ShelfDesk.key(asked.body(), "key", t);
    EntryKey swap = ShelfDesk.key(asked.body(), "swap", t);
    Swap.State answer =
        DutyJson.of(List.of(Swap.State.values()), ShelfMessage.text(asked.body(), "answer"))
            .filter(state -> state != Swap.State.ASKED)
            .orElseThrow(() -> new BadRequest("answer", t.say("shelf.bad-message")));
    DutySwaps.Outcome outcome =
        duty()
            .swaps()
            .answer(
                asked.station(),
                swap.value(),
                person(asked).number(),
                answer,
                today(asked, station));
    return done(asked, key, outcome);
  }

  private JsonObject done(Asked asked, EntryKey key, DutySwaps.Outcome outcome) {
    Texts t = asked.visit().texts();
    return switch (outcome) {
      case DONE -> kept(asked, key);
      case TOO_LATE -> throw new Conflict(t.say("duty.swap.too-late"));
      case NOT_YOURS -> throw new BadRequest("swap", t.say("duty.swap.not-yours"));
      case TOO_MANY -> throw new Conflict(t.say("duty.swap.too-many"));
    };
  }

  private static LocalDate today(Asked asked, StationStatus station) {
    return asked.visit().now().atZone(station.zone()).toLocalDate();
  }

  private static LocalDate day(Asked asked, String name) {
    try {
      return LocalDate.parse(ShelfMessage.text(asked.body(), name));
    } catch (DateTimeException noDay) {
      throw new BadRequest(name, asked.visit().texts().say("duty.wrong.week"));
    }
  }
}
