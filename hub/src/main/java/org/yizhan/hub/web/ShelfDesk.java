package org.yizhan.hub.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.people.Volunteer;
import org.yizhan.hub.rounds.ProofPhotos;
import org.yizhan.hub.rounds.Round;
import org.yizhan.hub.rounds.Rounds;
import org.yizhan.hub.rounds.SmallPhoto;
import org.yizhan.hub.stock.StockLevel;
import org.yizhan.hub.store.EntryBook;
import org.yizhan.hub.store.EntryKey;
import org.yizhan.hub.web.ShelfRoutes.Asked;
import org.yizhan.hub.web.view.Texts;
import org.yizhan.station.ItemCode;

/** What a phone at a shelf is answered. */
final class ShelfDesk {
  private static final int KEYS_MAX = 200;

  private final HubWeb.Parts parts;

  ShelfDesk(HubWeb.Parts parts) {
    this.parts = parts;
  }

  StationStatus station(Asked asked) {
    return parts
        .readings()
        .station(asked.station(), asked.visit().now())
        .orElseThrow(() -> new NotFound(asked.visit().texts().say("shelf.no-station")));
  }

  /** The shelf as it is known now, with who is on the way. */
  JsonObject state(Asked asked) {
    StationStatus station = station(asked);
    Texts t = asked.visit().texts();
    List<StockLevel> stock = parts.readings().stock(asked.station(), asked.visit().now());
    Optional<Volunteer> who = asked.who();
    boolean mayEnter =
        who.isPresent() && parts.shelves().volunteers().mayHelpAt(who.get(), asked.station());
    JsonObject me =
        who.map(
                known ->
                    new JsonObject()
                        .put("name", known.nickname())
                        .put("keeper", known.kind() == Volunteer.Kind.KEEPER))
            .orElse(null);
    return ShelfJson.shelf(
            station,
            stock,
            parts.shelves().recalls().wanted().getOrDefault(asked.station(), List.of()),
            parts.shelves().catalogue(),
            asked.visit().now(),
            t)
        .put("me", me)
        .put("ways", ShelfWays.of(station, parts, t))
        .put("mayEnter", mayEnter)
        .put("duty", DutyJson.of(station, parts, who.filter(_ -> mayEnter), asked.visit()))
        .put(
            "round",
            parts
                .shelves()
                .rounds()
                .open(asked.station())
                .map(
                    round ->
                        mayEnter
                            ? ShelfJson.round(round, who, asked.visit().now())
                            : ShelfJson.roundOfSomebody(round, asked.visit().now()))
                .orElse(null));
  }

  JsonObject claim(Asked asked) {
    station(asked);
    Texts t = asked.visit().texts();
    String id = key(asked.body(), "round", t).value();
    Volunteer who = asked.who().orElseThrow();
    return switch (parts.shelves().rounds().claim(id, asked.station(), who)) {
      case Rounds.Claim.Theirs theirs ->
          new JsonObject()
              .put("round", ShelfJson.round(theirs.round(), asked.who(), asked.visit().now()));
      case Rounds.Claim.Taken taken -> throw new Conflict(t.say("shelf.taken", taken.by().by()));
      case Rounds.Claim.Over() -> throw new Conflict(t.say("shelf.round-over"));
      case Rounds.Claim.Nowhere() -> throw new NotFound(t.say("shelf.no-station"));
    };
  }

  JsonObject giveBack(Asked asked) {
    String id = key(asked.body(), "round", asked.visit().texts()).value();
    boolean ended =
        parts.shelves().rounds().end(id, asked.who().orElseThrow(), Round.Ending.GIVEN_BACK);
    return new JsonObject().put("ended", ended);
  }

  /** Keeps what was entered; all of it, or with what is wrong said, nothing. */
  JsonObject enter(Asked asked) {
    StationStatus station = station(asked);
    Texts t = asked.visit().texts();
    JsonObject body = asked.body();
    EntryKey key = key(body, "key", t);
    Instant now = asked.visit().now();
    Map<ItemCode, StockLevel> stock =
        parts.readings().stock(asked.station(), now).stream()
            .collect(Collectors.toMap(StockLevel::item, Function.identity(), (one, _) -> one));
    Volunteer who = asked.who().orElseThrow();
    Optional<Round> round = ownRound(asked, ShelfMessage.text(body, "round"));
    boolean done = Boolean.TRUE.equals(body.getValue("done"));
    List<EntryBook.Said> said =
        said(asked, key, new ShelfMessage(body, stock, station.zone(), now, t));
    if (!said.isEmpty()) {
      OptionalInt person = OptionalInt.of(who.number());
      EntryBook.Outcome outcome =
          parts
              .shelves()
              .entries()
              .enter(new EntryBook.Entered(asked.station(), key, person, said));
      switch (outcome) {
        case KEPT, KEPT_BEFORE -> {}
        case KEY_OF_ANOTHER -> throw new Conflict(t.say("shelf.key-of-another"));
        case NO_SUCH_STATION -> throw new NotFound(t.say("shelf.no-station"));
      }
    }
    if (done) {
      round.ifPresent(own -> parts.shelves().rounds().end(own.id(), who, Round.Ending.FILLED));
    }
    return state(asked).put("kept", key.value());
  }

  /** What was kept before is not judged again: what is stocked, and the day, are others by now. */
  private List<EntryBook.Said> said(Asked asked, EntryKey key, ShelfMessage message) {
    try {
      return message.said();
    } catch (BadRequest e) {
      if (parts.shelves().entries().isKept(asked.station(), key)) {
        return List.of();
      }
      throw e;
    }
  }

  /** The round of this id, if it is the asker's, at this station. */
  private Optional<Round> ownRound(Asked asked, String id) {
    return ShelfRoutes.key(id)
        .flatMap(key -> parts.shelves().rounds().find(key.value()))
        .filter(round -> round.station().equals(asked.station()))
        .filter(round -> round.volunteer() == asked.who().orElseThrow().number());
  }

  /**
   * Which of these keys are not kept here: of a hub that was restored from an older copy, what the
   * phone must send again.
   */
  JsonObject known(Asked asked) {
    Texts t = asked.visit().texts();
    if (!(asked.body().getValue("keys", new JsonArray()) instanceof JsonArray keys)
        || keys.size() > KEYS_MAX) {
      throw new BadRequest("keys", t.say("shelf.bad-message"));
    }
    JsonArray unknown = new JsonArray();
    for (Object each : keys) {
      Optional<EntryKey> key =
          each instanceof String text ? ShelfRoutes.key(text) : Optional.empty();
      if (key.isPresent() && !parts.shelves().entries().isKept(asked.station(), key.get())) {
        unknown.add(key.get().value());
      }
    }
    return new JsonObject().put("unknown", unknown);
  }

  JsonObject photo(Asked asked) {
    Texts t = asked.visit().texts();
    station(asked);
    String id = asked.visit().path("photo");
    Buffer body = asked.ctx().body().buffer();
    Optional<byte[]> small = body == null ? Optional.empty() : SmallPhoto.of(body.getBytes());
    if (!ProofPhotos.isId(id) || small.isEmpty()) {
      throw new BadRequest("photo", t.say("shelf.no-picture"));
    }
    // it proves no round of somebody else
    Optional<String> round = ownRound(asked, asked.visit().query("round")).map(Round::id);
    boolean kept =
        parts
            .shelves()
            .photos()
            .keep(
                new ProofPhotos.Proof(
                    id,
                    asked.station(),
                    round,
                    OptionalInt.of(asked.who().orElseThrow().number()),
                    false,
                    small.get()));
    if (!kept) {
      throw new Conflict(t.say("shelf.enough-pictures", ProofPhotos.PER_ROUND_MAX));
    }
    return new JsonObject().put("kept", id);
  }

  static EntryKey key(JsonObject body, String name, Texts t) {
    return ShelfRoutes.key(ShelfMessage.text(body, name))
        .orElseThrow(() -> new BadRequest(name, t.say("shelf.bad-message")));
  }
}
