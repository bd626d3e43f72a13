package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.hub.catalogue.CatalogueItem;
import org.yizhan.station.ItemCode;

/** The union edits its list of goods. */
class CataloguePagesTest extends WithShelf {
  private static final Pattern SHOWN = Pattern.compile("name=\"shown\" value=\"([0-9a-f]*)\"");

  @Test
  void a_ready_catalogue_is_there() {
    assertThat(signedIn().get("/supplies/catalogue").body())
        .contains("Bottled water")
        .contains("usually 24 to 96 bottles, 24 in a box, all year, handed out until 7 days")
        .contains("usually 20 to 80 pads, 30 in a box, winter");
  }

  @Test
  void goods_stand_in_the_order_of_their_names_as_readers_know_it() {
    HubClient union = signedIn();
    String english = union.get("/supplies/catalogue").body();
    union.cookies().put("lang", "zh");
    String chinese = union.get("/supplies/catalogue").body();

    assertThat(english.indexOf("Bottled water")).isLessThan(english.indexOf("Heat pads"));
    assertThat(english.indexOf("Heat pads")).isLessThan(english.indexOf("Masks"));
    assertThat(chinese.indexOf(">口罩<")).isLessThan(chinese.indexOf(">暖宝宝<")); // k, n
    assertThat(chinese.indexOf(">瓶装水<")).isLessThan(chinese.indexOf(">雨伞<")); // p, y
  }

  @Test
  void what_is_typed_is_kept_with_its_barcodes_and_phones_know_them() {
    HttpResponse<String> kept =
        keep(Map.of("barcodes", "6901234567892 69012341", "withheld", "14"));

    assertThat(kept.statusCode()).as(kept.body()).isEqualTo(303);
    assertThat(mask().pack()).isEqualTo(20);
    assertThat(mask().withheldDays()).isEqualTo(14);
    assertThat(shelf(phone).getJsonObject("barcodes").getString("6901234567892")).isEqualTo("mask");
    assertThat(signedIn().get("/supplies/catalogue/mask").body()).contains("69012341");
  }

  @ParameterizedTest
  @CsvSource({
    "code, Mask!, 'The code has 1 to 32 of a-z, 0-9 and “-”, such as water-550ml.'",
    "name-en, '', 'Names and units are given in both languages, at most 40 characters each.'",
    "pack, 0, 'Units in a box: give a whole number from 1 to 10,000.'",
    "pack, lots, 'Units in a box: give a whole number from 1 to 10,000.'",
    "minimum, 500, 'The minimum is above the target.'",
    "withheld, 366, 'Handed out until so many days before its last day: give a whole number from 0"
        + " to 365.'",
    "picture, '', 'The pictogram is one emoji or character.'",
    "barcodes, <script>, 'Barcodes have 6 to 48 letters and digits; at most 20 of them.'",
  })
  void what_cannot_be_is_told_and_shown_again(String field, String value, String sentence) {
    HttpResponse<String> answer = keep(Map.of(field, value));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(sentence).doesNotContain("<script>");
    assertThat(mask().pack()).isEqualTo(50);
  }

  @ParameterizedTest
  @CsvSource({
    "barcodes, 6901234567893",
    "barcodes, 036000291452",
    "withheld, -1",
    "code, NO",
    "target, 3",
    "shown, 00"
  })
  void whatever_is_wrong_everything_typed_stands_in_the_form_again(String field, String value) {
    submit("tissues", Map.of("code", "tissues", "barcodes", "036000291452"));
    Map<String, String> typed =
        new TreeMap<>(
            Map.of(
                "name-zh", "好口罩",
                "name-en", "Good masks",
                "unit-zh", "盒",
                "unit-en", "cartons",
                "minimum", "41",
                "target", "142",
                "pack", "43",
                "millilitres", "44",
                "picture", "口",
                "withheld", "45"));
    typed.put(field, value);
    typed.put("season-epidemic", "1");
    typed.put("expires", "1");

    String answer = keep(typed).body();

    assertThat(answer).contains("role=\"alert\"");
    typed.forEach(
        (name, text) -> {
          if (!name.equals("shown") && !name.equals("barcodes")) {
            String shape = text.equals("1") ? "[^>]* checked" : "[^>]* value=\"" + text + '"';
            assertThat(answer).containsPattern("id=\"" + name + '"' + shape);
          }
        });
    assertThat(answer).doesNotContainPattern("id=\"season-summer\"[^>]* checked");
    if (field.equals("barcodes")) {
      assertThat(answer).contains('>' + value + "</textarea>");
    }
    assertThat(mask().pack()).isEqualTo(50);
  }

  @Test
  void a_mistyped_barcode_is_told_and_everything_typed_stands_in_the_form_again() {
    HttpResponse<String> answer =
        keep(Map.of("barcodes", "69012341 6901234567893", "name-en", "Face masks"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("6901234567893: its check digit does not fit, so a figure is mistyped.")
        .contains(">69012341 6901234567893</textarea>")
        .contains("value=\"Face masks\"");
    assertThat(hub.parts().shelves().catalogue().barcodes()).isEmpty();
  }

  @Test
  void a_barcode_of_other_goods_is_refused_with_their_name_also_with_a_leading_nought() {
    keep(Map.of("barcodes", "036000291452"));

    HttpResponse<String> answer =
        submit("tissues", Map.of("code", "tissues", "barcodes", "0036000291452"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("The barcode 036000291452 belongs to Masks (mask) already.")
        .contains(">0036000291452</textarea>");
    assertThat(hub.parts().shelves().catalogue().barcodes())
        .isEqualTo(Map.of("036000291452", new ItemCode("mask")));
    assertThat(keep(Map.of("barcodes", "036000291452 036000291452")).statusCode()).isEqualTo(303);
  }

  @Test
  void a_new_item_with_a_code_there_is_already_is_refused_and_stands_in_the_form_again() {
    HttpResponse<String> answer = submit("new", Map.of("name-en", "Better masks"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("The code mask is that of Masks already.")
        .contains("value=\"Better masks\"")
        .contains("value=\"mask\"");
    assertThat(shown(answer.body())).isEmpty();
    assertThat(mask().name().en()).isEqualTo("Masks");

    HttpResponse<String> another =
        submit("new", Map.of("name-en", "Better masks", "code", "mask-better"));

    assertThat(another.statusCode()).as(another.body()).isEqualTo(303);
    assertThat(hub.parts().shelves().catalogue().item(new ItemCode("mask-better"))).isPresent();
  }

  @Test
  void what_somebody_changed_meanwhile_is_not_overwritten_unseen() {
    String opened = shown(signedIn().get("/supplies/catalogue/mask").body());
    keep(Map.of("pack", "30"));

    HttpResponse<String> late = keep(Map.of("shown", opened, "pack", "40"));

    assertThat(late.statusCode()).isEqualTo(400);
    assertThat(late.body())
        .contains("Somebody changed this item after you opened the page")
        .containsPattern("id=\"pack\"[^>]* value=\"40\"");
    assertThat(mask().pack()).isEqualTo(30);

    HttpResponse<String> again = keep(Map.of("shown", shown(late.body()), "pack", "40"));

    assertThat(again.statusCode()).as(again.body()).isEqualTo(303);
    assertThat(mask().pack()).isEqualTo(40);
  }

  @Test
  void a_barcode_somebody_added_meanwhile_is_a_change() {
    String opened = shown(signedIn().get("/supplies/catalogue/mask").body());
    keep(Map.of("pack", "50", "barcodes", "69012341"));

    assertThat(keep(Map.of("shown", opened)).statusCode()).isEqualTo(400);
    assertThat(hub.parts().shelves().catalogue().barcodes()).containsKey("69012341");
  }

  @Test
  void what_was_saved_unchanged_meanwhile_is_no_change() {
    keep(Map.of());
    String opened = shown(signedIn().get("/supplies/catalogue/mask").body());
    keep(Map.of());

    assertThat(keep(Map.of("shown", opened)).statusCode()).isEqualTo(303);
  }

  private CatalogueItem mask() {
    return hub.parts().shelves().catalogue().item(new ItemCode("mask")).orElseThrow();
  }

  private static String shown(String page) {
    Matcher field = SHOWN.matcher(page);
    assertThat(field.find()).as(page).isTrue();
    return field.group(1);
  }

  private HttpResponse<String> keep(Map<String, String> changed) {
    return submit("mask", changed);
  }

  private HttpResponse<String> submit(String page, Map<String, String> changed) {
    Map<String, String> form =
        new TreeMap<>(
            Map.of(
                "code", "mask",
                "name-zh", "口罩",
                "name-en", "Masks",
                "unit-zh", "只",
                "unit-en", "masks",
                "pack", "20",
                "millilitres", "40",
                "picture", "😷",
                "minimum", "50",
                "target", "200"));
    form.put("withheld", "0");
    form.put("season-winter", "1");
    HubClient admin = signedIn();
    form.put("shown", shown(admin.get("/supplies/catalogue/" + page).body()));
    form.putAll(changed);
    return admin.submit("/supplies/catalogue/" + page, "/supplies/catalogue", form);
  }

  private HubClient signedIn() {
    HubClient admin = new HubClient(hub);
    admin.cookies().put("lang", "en");
    admin.signIn();
    return admin;
  }
}
