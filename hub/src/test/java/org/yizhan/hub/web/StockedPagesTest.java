package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.hub.people.AccountName;
import org.yizhan.hub.people.Role;
import org.yizhan.station.ProfileReader;
import org.yizhan.station.ProfileReading;
import org.yizhan.station.StationId;
import org.yizhan.station.SupplyItem;

/** Who answers for a station says what it stocks, and how much. */
class StockedPagesTest extends WithKeeper {
  private static final String PAGE = "/stations/kiosk-01/supplies";
  private static final Pattern FIELD =
      Pattern.compile(
          "<input id=\"([^\"]+)\" name=\"[^\"]+\"(?! type=\"checkbox\")[^>]* value=\"([^\"]*)\"");
  private static final Pattern SHOWN = Pattern.compile("name=\"shown\" value=\"([0-9]+)\"");

  @Test
  void a_keeper_lowers_a_minimum_and_names_a_shelf_and_the_phones_know_it() {
    HttpResponse<String> kept =
        save(keeper, Map.of("minimum-mask", "5", "target-mask", "70", "shelf-water-550ml", "C 3"));

    assertThat(kept.statusCode()).as(kept.body()).isEqualTo(303);
    assertThat(item(STATION, "mask"))
        .hasValueSatisfying(
            mask -> {
              assertThat(mask.minimum()).isEqualTo(5);
              assertThat(mask.target()).isEqualTo(70);
              assertThat(mask.shelf()).contains("A2");
            });
    assertThat(shelf(phone).encode()).contains("\"shelf\":\"C 3\"");
    assertThat(keeper.get(PAGE + "?kept=1").body()).contains("Saved.");
    assertThat(item(OTHER, "mask").orElseThrow().minimum()).isEqualTo(20);
  }

  @Test
  void the_station_is_due_its_new_profile_and_nothing_else_in_the_text_changed() {
    long before = revision();
    String yaml = yaml(STATION);

    save(signedIn(), Map.of("target-mask", "61"));

    assertThat(revision()).isGreaterThan(before);
    assertThat(yaml(STATION)).isEqualTo(yaml.replace("target: 60", "target: 61"));
  }

  @Test
  void saving_what_is_there_sends_the_station_nothing() {
    long before = revision();

    assertThat(save(signedIn(), Map.of()).statusCode()).isEqualTo(303);
    assertThat(revision()).isEqualTo(before);
  }

  @Test
  void goods_of_the_catalogue_come_with_what_is_usual_and_go_again() {
    HubClient union = signedIn();
    assertThat(union.get(PAGE).body())
        .contains("value=\"tissues\"")
        .doesNotContain("<option value=\"mask\"");

    save(union, Map.of("add", "tissues"));
    assertThat(item(STATION, "tissues"))
        .hasValueSatisfying(tissues -> assertThat(tissues.minimum()).isPositive());
    assertThat(shelf(phone).encode()).contains("tissues");

    save(union, Map.of("gone-tissues", "1", "gone-heat-pad", "1"));
    assertThat(item(STATION, "tissues")).isEmpty();
    assertThat(item(STATION, "heat-pad")).isEmpty();
    assertThat(item(STATION, "salt-soda")).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "minimum-mask, 100, 'Masks: the minimum is above the target.'",
    "minimum-mask, -1, 'Masks: give a whole number from 0 to 10,000.'",
    "target-mask, 10001, 'Masks: give a whole number from 1 to 10,000.'",
    "target-mask, lots, 'Masks: give a whole number from 1 to 10,000.'",
    "shelf-mask, 1234567890123, 'Masks: a shelf’s label has at most 12 visible characters'",
    "add, mask, 'Masks is stocked here already.'",
    "add, nothing, 'There is no such item in the catalogue.'",
  })
  void what_cannot_be_is_told_and_everything_typed_stands_there_again(
      String field, String value, String sentence) {
    String before = yaml(STATION);

    HttpResponse<String> answer =
        save(signedIn(), Map.of("target-water-550ml", "97", "gone-heat-pad", "1", field, value));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains(sentence)
        .containsPattern("name=\"target-water-550ml\"[^>]* value=\"97\"")
        .containsPattern("name=\"gone-heat-pad\"[^>]* checked");
    if (!field.equals("add")) {
      assertThat(answer.body())
          .containsPattern("name=\"" + field + "\"[^>]* value=\"" + value + '"');
    }
    assertThat(yaml(STATION)).isEqualTo(before);
  }

  @Test
  void two_at_once_do_not_undo_each_other() {
    HubClient union = signedIn();
    Map<String, String> form = form(keeper);
    save(union, Map.of("minimum-water-550ml", "30"));

    form.put("minimum-mask", "7");
    HttpResponse<String> answer = keeper.submit(PAGE, PAGE, form);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("Somebody changed this station’s profile")
        .containsPattern("name=\"minimum-mask\"[^>]* value=\"7\"");
    assertThat(item(STATION, "mask").orElseThrow().minimum()).isEqualTo(20);
  }

  @Test
  void what_a_scale_weighs_stays() {
    database.change(
        handle ->
            handle.execute(
                "UPDATE station SET profile_yaml = replace(profile_yaml, 'supplies:',"
                    + " '  scale: {kind: shelf-scale, item: mask, unit-grams: 5, simulated: true}'"
                    + " || char(10) || 'supplies:') WHERE id = 'kiosk-01'"));

    assertThat(keeper.get(PAGE).body())
        .contains("weighed by a scale")
        .doesNotContain("gone-mask")
        .contains("gone-heat-pad");
    assertThat(save(keeper, Map.of("gone-mask", "1")).body()).contains("a scale weighs it");
    assertThat(item(STATION, "mask")).isPresent();
  }

  @Test
  void a_profile_written_in_another_way_is_left_to_a_person() {
    database.change(
        handle ->
            handle.execute(
                "UPDATE station SET profile_yaml = substr(profile_yaml, 1,"
                    + " instr(profile_yaml, 'supplies:') - 1) || ? WHERE id = 'kiosk-01'",
                "supplies: {mask: {name: {zh: 口罩, en: Masks}, minimum: 1, target: 2}}\n"));

    HttpResponse<String> answer = save(keeper, Map.of("add", "tissues"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("hub station profile");
  }

  @Test
  void nobody_else_changes_it() {
    hub.parts().accounts().put(new AccountName("looker"), Role.UNION_VIEWER, TestHub.PASSWORD);
    HubClient viewer = new HubClient(hub);
    viewer.cookies().put("lang", "en");
    viewer.signIn("looker", TestHub.PASSWORD);

    assertThat(viewer.get(PAGE).body())
        .contains("Only an administrator and this station’s keeper can change it.")
        .containsPattern("name=\"minimum-mask\"[^>]* disabled")
        .doesNotContain("class=\"primary\" type=\"submit\"")
        .doesNotContain("gone-mask");
    assertThat(viewer.submit(PAGE, PAGE, form(viewer)).statusCode()).isEqualTo(400);
    assertThat(keeper.get("/stations/kiosk-02/supplies").statusCode()).isEqualTo(404);
    assertThat(joined("孙").get(PAGE).body()).doesNotContain("minimum-mask");
    assertThat(new HubClient(hub).get(PAGE).body()).doesNotContain("minimum-mask");
    assertThat(keeper.get("/stations/none-01/supplies").statusCode()).isEqualTo(404);
  }

  @Test
  void the_page_fits_a_phone_a_thumb_and_an_eye_and_is_saved_by_hand() {
    try (Browser browser = Browser.open()) {
      PagesGallery.signIn(browser, hub);
      browser.size(390, 844);
      for (String language : List.of("zh", "en")) {
        browser.open(hub.url(PAGE + "?lang=" + language));
        browser.waitFor("main h1");
        assertThat(browser.script(PagesInBrowserTest.CUT_OFF)).as(language).isEqualTo("");
        assertThat(browser.script(PagesInBrowserTest.SMALL_TARGETS)).as(language).isEqualTo("");
        assertThat(browser.script(PagesInBrowserTest.FAINT_TEXTS)).as(language).isEqualTo("");
      }
      browser.type("#shelf-heat-pad", "B2");
      browser.size(390, 1_600);
      browser.click("main button.primary");
      browser.waitForText(".note", "Saved.");
      assertThat(browser.complaints()).isEmpty();
    }
    assertThat(item(STATION, "heat-pad").orElseThrow().shelf()).contains("B2");
  }

  private HubClient signedIn() {
    HubClient union = new HubClient(hub);
    union.cookies().put("lang", "en");
    union.signIn();
    return union;
  }

  private HttpResponse<String> save(HubClient who, Map<String, String> typed) {
    Map<String, String> form = form(who);
    form.putAll(typed);
    return who.submit(PAGE, PAGE, form);
  }

  /** The form as the page holds it. */
  private static Map<String, String> form(HubClient who) {
    String page = who.get(PAGE).body();
    Map<String, String> form = new HashMap<>();
    Matcher shown = SHOWN.matcher(page);
    assertThat(shown.find()).isTrue();
    form.put("shown", shown.group(1));
    Matcher field = FIELD.matcher(page);
    while (field.find()) {
      form.put(field.group(1), field.group(2));
    }
    return form;
  }

  private Optional<SupplyItem> item(StationId station, String code) {
    assertThat(ProfileReader.read(yaml(station))).isInstanceOf(ProfileReading.Read.class);
    List<SupplyItem> items =
        ((ProfileReading.Read) ProfileReader.read(yaml(station))).profile().supplies();
    return items.stream().filter(item -> item.code().value().equals(code)).findFirst();
  }

  private String yaml(StationId station) {
    return hub.parts().shelves().register().find(station).orElseThrow().profileYaml();
  }

  private long revision() {
    return hub.parts().shelves().register().find(STATION).orElseThrow().profileRevision();
  }
}
