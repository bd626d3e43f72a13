package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.hub.rounds.Rounds;
import org.yizhan.hub.store.Readings;

/** Today's rounds as the union sees them. */
class PlanPagesTest extends WithShelf {
  private final List<Object> shelvesRead = new CopyOnWriteArrayList<>();

  @Override
  Readings readings() {
    Readings readings = super.readings();
    return (Readings)
        Proxy.newProxyInstance(
            Readings.class.getClassLoader(),
            new Class<?>[] {Readings.class},
            (_, method, arguments) -> {
              if (method.getName().equals("shelves")) {
                shelvesRead.add(arguments[0]);
              }
              return method.invoke(readings, arguments);
            });
  }

  @Test
  void says_who_goes_where_with_what_and_who_is_not_visited() {
    HubClient lin = joined("林");
    standsAt(STATION, 37.38, 118.01);
    standsAt(OTHER, 37.40, 118.03);
    send(lin, message(key(), entry("water-550ml").put("found", 5)));

    String page = plan("people=1&vehicle=car&from=09:00&to=12:00");

    assertThat(page)
        .contains("One round")
        .contains("Huanghe 5th Road")
        .contains("Bottled water")
        .contains(">91<")
        .doesNotContain("In no round of this plan");
  }

  /** The only station is where the goods are loaded. */
  @Test
  void a_way_of_a_few_steps_is_not_no_way() {
    HubClient lin = joined("林");
    standsAt(STATION, 37.38, 118.01);
    send(lin, message(key(), entry("water-550ml").put("found", 5)));
    HubClient chinese = signedIn();
    chinese.cookies().put("lang", "zh");

    assertThat(plan(""))
        .contains("One round, less than 0.1 km together.", "· less than 0.1 km<")
        .doesNotContain("0.0 km");
    assertThat(chinese.get("/supplies/plan").body()).contains("合计不到 0.1 公里。");
  }

  @Test
  void each_round_can_be_handed_to_a_phone() {
    HubClient lin = joined("林");
    standsAt(STATION, 37.38, 118.01);
    standsAt(OTHER, 37.40, 118.03);
    for (String station : List.of("kiosk-01", "kiosk-02")) {
      lin.postJson(
          "/s/" + station + "/entries", message(key(), entry("water-550ml").put("found", 5)));
    }

    String page = plan("people=1&start=kiosk-02");
    Matcher link =
        Pattern.compile("value=\"" + hub.url("(/s/\\?trip=[^\"]+)") + "\"").matcher(page);

    assertThat(link.find()).isTrue();
    assertThat(page).contains("<svg class=\"qr\"");
    assertThat(phone.get(link.group(1) + "&lang=en").body())
        .contains("A planned round", "Huanghe 5th Road", "Bohai 7th Road");
  }

  @Test
  void says_why_nobody_goes() {
    HubClient lin = joined("林");
    send(lin, message(key(), entry("water-550ml").put("found", 5)));

    assertThat(plan("")).contains("Nobody has said where it stands");

    standsAt(STATION, 37.38, 118.01);

    database.change(
        handle ->
            handle.execute(
                "UPDATE catalogue_item SET millilitres = 60001 WHERE code = 'water-550ml'"));
    assertThat(plan("vehicle=bicycle"))
        .contains("It needs more than the vehicle holds: not one unit fits.");
  }

  /** 96 bottles do not fit on a bicycle; masks do not stay behind for that. */
  @Test
  void brings_what_fits_and_says_what_stays_to_be_brought() {
    HubClient lin = joined("林");
    standsAt(STATION, 37.38, 118.01);
    send(
        lin,
        message(
            key(),
            entry("water-550ml").put("found", 0),
            entry("mask").put("found", 10),
            entry("heat-pad").put("found", 79)));

    String page = plan("people=1&vehicle=bicycle");

    assertThat(page)
        .contains(
            "One round",
            "Bottled water 82",
            "Masks 50",
            "Heat pads 1",
            "Not all of it fits: 14 units stay to be brought.")
        .doesNotContain("It needs more than the vehicle holds: not one unit fits.");
  }

  @Test
  void nobody_is_sent_where_somebody_is_on_the_way_until_that_is_overdue() {
    standsAt(STATION, 37.38, 118.01);
    HubClient lin = joined("林");
    send(lin, message(key(), entry("water-550ml").put("found", 5)));
    lin.postJson("/s/kiosk-01/claim", new JsonObject().put("round", key()));

    String going = plan("");
    clock.advance(Rounds.USUAL_TIME.plusMinutes(1));
    String overdue = plan("");

    assertThat(going)
        .contains("Somebody is on the way already", "林 is on the way there, until 24 Nov 12:30.")
        .doesNotContain("One round");
    assertThat(overdue).contains("One round").doesNotContain("is on the way there");
  }

  /** A network spans a country; rounds are a district's. */
  @Test
  void begins_with_the_district_that_needs_it_most() {
    standsAt(STATION, 37.38, 118.01);
    standsAt(OTHER, 22.82, 108.37);
    database.change(
        handle ->
            handle.execute(
                "UPDATE station SET place = 'guangxi/nanning/qingxiu/xinzhu' WHERE id = ?",
                OTHER.value()));
    HubClient lin = joined("林");
    lin.postJson("/s/kiosk-02/entries", message(key(), entry("water-550ml").put("found", 5)));
    HubClient union = signedIn();

    String first = union.get("/supplies/plan").body();
    assertThat(shelvesRead).as("what is read of the shelves").containsExactly("");
    String whole = union.get("/supplies/plan?place=").body();

    assertThat(first)
        .contains("<option value=\"guangxi/nanning/qingxiu\" selected>")
        .contains("One round", "Bohai 7th Road")
        .doesNotContain("Huanghe 5th Road");
    assertThat(whole).contains("<option value=\"\" selected>");
  }

  @Test
  void nobody_goes_when_nothing_is_missing() {
    assertThat(plan("")).contains("Nobody needs to go today");
  }

  @Test
  void each_crew_goes_with_its_own_vehicle_in_its_own_hours() {
    HubClient lin = joined("林");
    standsAt(STATION, 37.38, 118.01);
    send(lin, message(key(), entry("water-550ml").put("found", 5)));

    String page =
        plan(
            "people=1&vehicle=bicycle&from=09:00&to=10:00"
                + "&people=&vehicle=car&from=&to="
                + "&people=1&vehicle=van&from=13:00&to=17:00");

    assertThat(page)
        .contains("One round", "van, 2,000 litres · 13:00 to 13:0", "Crew 1", "Crew 2")
        .contains(
            "id=\"people-2\" name=\"people\" type=\"number\" min=\"1\" max=\"20\" value=\"1\"")
        .contains("id=\"from-2\" name=\"from\" type=\"time\" value=\"13:00\"")
        .contains("id=\"people-3\" name=\"people\" type=\"number\" min=\"1\" max=\"20\" value=\"\"")
        .doesNotContain("Crew 3", "Not all of it fits");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          people=0                            | Crew 1: Give 1 to 20 people.
          people=x                            | Crew 1: Give 1 to 20 people.
          people=99999999999                  | Crew 1: Give 1 to 20 people.
          people=1&people=-1                  | Crew 2: Give 1 to 20 people.
          people=1&people=&people=2.5         | Crew 2: Give 1 to 20 people.
          from=17:00&to=09:00                 | Crew 1: Give two times of one day
          from=25:00                          | Crew 1: Give two times of one day
          people=1&people=1&to=17:00&to=08:00 | Crew 2: Give two times of one day
          vehicle=rocket                      | Crew 1: Choose one of the vehicles listed.
          people=11&people=10                 | At most 20 people, all crews together.
          people=1&people=1&people=1&people=1&people=1 | At most 4 crews
          """)
  void refuses_what_cannot_be_in_words_and_keeps_the_form(String query, String sentence) {
    var answer = signedIn().get("/supplies/plan?" + query);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains(sentence, "name=\"people\"")
        .doesNotContain("Nobody needs to go today");
  }

  @Test
  void what_was_typed_is_still_there_after_an_error() {
    String page =
        signedIn()
            .get("/supplies/plan?people=3&vehicle=van&from=08:00&to=07:00&people=2&vehicle=bicycle")
            .body();

    assertThat(page)
        .contains("value=\"08:00\"", "value=\"07:00\"", "value=\"3\"")
        .containsPattern("<option value=\"bicycle\" selected>");
  }

  private HubClient signedIn() {
    HubClient union = new HubClient(hub);
    union.cookies().put("lang", "en");
    union.signIn();
    return union;
  }

  private String plan(String query) {
    return signedIn().get("/supplies/plan?" + query).body();
  }
}
