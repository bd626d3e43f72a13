package org.yizhan.hub.web;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.yizhan.hub.loans.Loans;
import org.yizhan.hub.loans.Once;
import org.yizhan.hub.loans.Thing;
import org.yizhan.hub.stock.StockLevel;
import org.yizhan.hub.store.EntryBook.Entered;
import org.yizhan.hub.store.EntryBook.Said;
import org.yizhan.hub.store.EntryKey;
import org.yizhan.station.ItemCode;
import org.yizhan.wire.Fact;
import org.yizhan.wire.TagCode;

/** A station that lends umbrellas, three of them with tags and eight on the shelf. */
class WithLoans extends WithShelf {
  static final ItemCode UMBRELLA = new ItemCode("umbrella");

  @SuppressWarnings("NullAway.Init")
  List<Thing> umbrellas;

  @BeforeEach
  final void lend() {
    database.change(
        handle ->
            handle.execute(
                "UPDATE station SET profile_yaml = profile_yaml || ? WHERE id = ?",
                """
                umbrella:
                  name: {zh: 雨伞, en: Umbrella}
                  minimum: 2
                  target: 10
                  lent-for: 48h
                """
                    .indent(2),
                STATION.value()));
    hub.parts()
        .shelves()
        .entries()
        .enter(
            new Entered(
                STATION,
                new EntryKey(key()),
                OptionalInt.empty(),
                List.of(new Said(clock.instant(), new Fact.StockCounted(UMBRELLA, 8)))));
    umbrellas = loans().add(STATION, UMBRELLA, 3, false, Once.draw());
    phone.cookies().put("lang", "en");
  }

  final Loans loans() {
    return hub.parts().shelves().loans();
  }

  final TagCode tag(int number) {
    return umbrellas.get(number - 1).tag();
  }

  static String path(TagCode tag) {
    return "/t/" + tag;
  }

  final Thing thing(int number) {
    return loans().things().find(tag(number)).orElseThrow();
  }

  /** Umbrellas on the shelf, as the supplies page knows them. */
  final int level() {
    return hub.parts().readings().stock(STATION, clock.instant()).stream()
        .filter(level -> level.item().equals(UMBRELLA))
        .map(StockLevel::units)
        .findFirst()
        .orElseThrow()
        .orElseThrow();
  }

  final HubClient stranger() {
    HubClient client = new HubClient(hub);
    client.cookies().put("lang", "en");
    return client;
  }

  /** What the page's form carries. */
  static Map<String, String> form(HubClient client, TagCode tag) {
    String page = client.get(path(tag)).body();
    return Map.of(
        "form-token", hidden(page, "form-token"),
        "once", hidden(page, "once"),
        "seen", hidden(page, "seen"));
  }

  private static String hidden(String page, String name) {
    Matcher found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
    if (!found.find()) {
      throw new AssertionError("no field " + name + " on the page");
    }
    return found.group(1);
  }

  /** Opens the page, presses the button, and looks at what comes then. */
  static String press(HubClient client, TagCode tag, String deed) {
    return follow(client, client.post(path(tag) + "/" + deed, form(client, tag)));
  }

  static String follow(HubClient client, HttpResponse<String> answer) {
    return client.get(answer.headers().firstValue("Location").orElseThrow()).body();
  }
}
