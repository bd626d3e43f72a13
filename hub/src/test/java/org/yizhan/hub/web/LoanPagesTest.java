package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yizhan.hub.stock.StockLevel;
import org.yizhan.wire.TagCode;
import org.yizhan.wire.WriteOffReason;

/** Whoever scans a tag takes the thing along, or brings it back: no account, no script. */
class LoanPagesTest extends WithLoans {
  @Test
  void a_scan_shows_what_it_is_whose_and_one_button() {
    String page = phone.get(path(tag(1))).body();

    assertThat(page)
        .contains("<h1>Umbrella 1</h1>", "Huanghe 5th Road", "you may take it along")
        .contains("by 25 Nov 13:00", "Take it along")
        .doesNotContain("<script");
    assertThat(page.replace("中文", "")).doesNotContainPattern("\\p{IsHan}");
    assertThat(page.split("class=\"primary\"", -1)).hasSize(2);
  }

  @Test
  void speaks_chinese() {
    phone.cookies().put("lang", "zh");
    String here = phone.get(path(tag(1))).body();
    String taken = press(phone, tag(1), "take");
    clock.advance(Duration.ofDays(12));
    String late = stranger().get(path(tag(1)) + "?lang=zh").body();

    assertThat(here).contains("<h1>雨伞 1 号</h1>", "借用，带走", "11月25日 13:00");
    assertThat(taken).contains("借好了。", "请在 11月25日 13:00 前归还", "放回黄河五路驿站");
    assertThat(late).contains("雨伞 1 号等着回来：12 天前借出");
    for (String page : List.of(here, taken, late)) {
      assertThat(page.replaceAll("(?s)<[^>]*>", " ").replace("English", ""))
          .doesNotContainPattern("[A-Za-z]{3,}");
    }
  }

  @Test
  void what_was_taken_is_off_the_shelf_until_anybody_brings_it_back() {
    String taken = press(phone, tag(1), "take");
    int out = level();
    String back = press(stranger(), tag(1), "back");

    assertThat(taken).contains("It is yours for now.", "Please bring it back by 25 Nov 13:00");
    assertThat(out).isEqualTo(7);
    assertThat(back).contains("Thank you, Umbrella 1 is back", "Huanghe 5th Road");
    assertThat(level()).isEqualTo(8);
  }

  @Test
  void after_it_was_done_no_hasty_second_tap_undoes_it() {
    String taken = press(phone, tag(1), "take");
    String back = press(phone, tag(1), "back");

    assertThat(taken).doesNotContain("class=\"thumb\"", "class=\"primary\"");
    assertThat(back).doesNotContain("class=\"thumb\"", "class=\"primary\"");
    assertThat(phone.get(path(tag(1))).body()).contains("class=\"thumb\"");
  }

  @Test
  void nobody_is_sent_to_bring_what_is_lent_and_comes_back() {
    press(phone, tag(1), "take");
    press(phone, tag(2), "take");

    StockLevel out = stock();
    clock.advance(Duration.ofDays(12));
    StockLevel notWaitedFor = stock();

    assertThat(out.toBring()).isZero();
    assertThat(out.minimum()).isZero();
    assertThat(notWaitedFor.toBring()).isZero();
    assertThat(notWaitedFor.minimum()).isEqualTo(2);

    send(joined("孙"), message(key(), entry("umbrella").put("found", 1)));

    assertThat(stock().toBring()).as("fewer than the minimum are left").isEqualTo(9);
  }

  private StockLevel stock() {
    return hub.parts().readings().stock(STATION, clock.instant()).stream()
        .filter(level -> level.item().equals(UMBRELLA))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void only_the_phone_that_took_it_sees_it_among_its_own() {
    press(phone, tag(2), "take");

    assertThat(phone.get("/t/").body()).contains("Umbrella 2", "by 25 Nov 13:00");
    assertThat(stranger().get("/t/").body())
        .contains("Nothing is out with you")
        .doesNotContain("Umbrella 2");
    assertThat(stranger().get(path(tag(2))).body())
        .contains("It is out, and expected back by 25 Nov 13:00")
        .doesNotContain("yours");
  }

  @Test
  void what_its_phone_took_is_forgotten_thirty_days_after_the_return() {
    press(phone, tag(1), "take");
    press(phone, tag(1), "back");
    clock.advance(Duration.ofDays(29));
    int early = loans().own().forget();
    String before = phone.get("/t/").body();
    clock.advance(Duration.ofDays(2));

    assertThat(early).isZero();
    assertThat(before).contains("Umbrella 1", "Brought back 23 Nov 12:30");
    assertThat(loans().own().forget()).isEqualTo(1);
    assertThat(phone.get("/t/").body()).contains("Nothing is out with you");
  }

  @Test
  void the_hub_keeps_no_text_that_would_act_for_a_phone_and_links_no_two_loans() {
    press(phone, tag(1), "take");
    press(phone, tag(2), "take");

    String kept = phone.cookies().getOrDefault("yizhan-loans", "");
    List<String> hashes =
        database
            .reader()
            .withHandle(
                handle ->
                    handle
                        .select(
                            "SELECT lower(hex(hash)) FROM loan_owner UNION ALL SELECT key FROM"
                                + " shelf_entry")
                        .mapTo(String.class)
                        .list());
    assertThat(kept.split("\\.")).hasSize(2).doesNotHaveDuplicates();
    assertThat(hashes).hasSize(5).doesNotHaveDuplicates().doesNotContain(kept.split("\\."));
  }

  @Test
  void a_double_tap_is_one_loan_and_still_the_phones_own() {
    Map<String, String> form = form(phone, tag(1));
    phone.post(path(tag(1)) + "/take", form);
    phone.cookies().remove("yizhan-loans");

    String again = follow(phone, phone.post(path(tag(1)) + "/take", form));

    assertThat(again).contains("It is yours for now.");
    assertThat(level()).isEqualTo(7);
    assertThat(phone.cookies().get("yizhan-loans")).isEqualTo(form.get("once"));
  }

  @Test
  void a_double_tap_past_the_full_hour_is_one_loan_too() {
    Map<String, String> form = form(phone, tag(1));
    phone.post(path(tag(1)) + "/take", form);
    clock.advance(Duration.ofMinutes(45));

    assertThat(follow(phone, phone.post(path(tag(1)) + "/take", form))).contains("by 25 Nov 13:00");
  }

  @Test
  void of_two_phones_at_one_moment_the_second_is_told_kindly() {
    HubClient other = stranger();
    Map<String, String> theirs = form(other, tag(1));
    press(phone, tag(1), "take");

    String told = follow(other, other.post(path(tag(1)) + "/take", theirs));

    assertThat(told).contains("Somebody else took it a moment ago", "/t/at/kiosk-01");
    assertThat(level()).isEqualTo(7);
    assertThat(other.get("/t/").body()).contains("Nothing is out with you");
  }

  @Test
  void a_page_from_yesterday_does_not_bring_back_what_somebody_took_since() {
    press(phone, tag(1), "take");
    Map<String, String> old = form(phone, tag(1));
    clock.advance(Duration.ofDays(1));
    press(stranger(), tag(1), "back");
    clock.advance(Duration.ofMinutes(1));
    press(stranger(), tag(1), "take");

    phone.post(path(tag(1)) + "/back", old);

    assertThat(thing(1).out()).isPresent();
    assertThat(level()).isEqualTo(7);
  }

  @Test
  void taken_though_it_is_out_it_had_come_back_unseen() {
    press(phone, tag(1), "take");
    clock.advance(Duration.ofDays(3));
    HubClient next = stranger();

    String taken = press(next, tag(1), "take");

    assertThat(taken).contains("It is yours for now.");
    assertThat(level()).isEqualTo(7);
    assertThat(phone.get(path(tag(1))).body()).contains("It is out");
    assertThat(phone.get("/t/").body()).contains("Brought back");
  }

  @Test
  void what_is_late_is_waited_for_and_nobody_is_named_or_counted() {
    press(phone, tag(3), "take");
    clock.advance(Duration.ofDays(12));

    assertThat(stranger().get(path(tag(3))).body())
        .contains("Umbrella 3 is waited for: lent 12 days ago");
    assertThat(phone.get(path(tag(3))).body())
        .contains("It was due back by 25 Nov 13:00. Please put it back when you are done");
  }

  @Test
  void a_thing_given_up_that_turns_up_is_welcome() {
    press(phone, tag(1), "take");
    loans().retire(tag(1), WriteOffReason.LOST);

    String page = stranger().get(path(tag(1))).body();
    String back = press(stranger(), tag(1), "back");

    assertThat(page).contains("It is no longer lent", "I put it back");
    assertThat(back).contains("Thank you!", "Please put it back at Huanghe 5th Road");
    assertThat(thing(1).turnedUp()).isPresent();
    assertThat(level()).isEqualTo(8);

    loans().useAgain(tag(1));
    assertThat(thing(1).isHere()).isTrue();
    assertThat(level()).as("it was counted when it came back").isEqualTo(8);
  }

  @Test
  void a_page_from_before_it_was_brought_back_takes_nothing_and_says_so() {
    press(phone, tag(1), "take");
    HubClient other = stranger();
    String page = other.get(path(tag(1))).body();
    Map<String, String> back = form(other, tag(1));
    String taking = page.substring(page.indexOf("/take\""));
    Map<String, String> take = new HashMap<>(back);
    take.put("once", taking.replaceAll("(?s).*?name=\"once\" value=\"([^\"]*)\".*", "$1"));
    clock.advance(Duration.ofSeconds(5));
    other.post(path(tag(1)) + "/back", back);

    String said = follow(other, other.post(path(tag(1)) + "/take", take));

    assertThat(take.get("once")).isNotEqualTo(back.get("once"));
    assertThat(said).doesNotContain("It is yours for now");
    assertThat(thing(1).isHere()).isTrue();
  }

  @Test
  void a_thing_given_up_cannot_be_taken() {
    Map<String, String> form = form(phone, tag(1));
    loans().retire(tag(1), WriteOffReason.DAMAGED);

    phone.post(path(tag(1)) + "/take", form);

    assertThat(thing(1).out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/t/7k3m9qz2xw", "/t/%27%20or%201=1", "/t/..%2f", "/t/AAAA"})
  void a_tag_there_is_not_is_told_kindly(String path) {
    HttpResponse<String> answer = phone.get(path);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("There is no such tag");
  }

  @Test
  void a_tag_may_be_typed_in_capitals_with_spaces_and_wrong_ones_are_asked_again() {
    String typed = tag(1).value().toUpperCase(java.util.Locale.ROOT).replace('0', 'O');
    String spaced = typed.substring(0, 5) + "+" + typed.substring(5);

    assertThat(phone.get("/t/?tag=" + spaced).headers().firstValue("Location"))
        .contains(path(tag(1)));
    assertThat(phone.get("/t/?tag=%3Cb%3E").body())
        .contains("A tag has 10 figures and letters")
        .doesNotContain("<b>");
  }

  @Test
  void a_form_that_is_not_ours_or_not_whole_changes_nothing() {
    Map<String, String> form = new HashMap<>(form(phone, tag(1)));
    assertThat(post(form, "form-token", "x").statusCode()).isEqualTo(400);
    assertThat(post(form, "once", "x".repeat(32)).statusCode()).isEqualTo(400);
    assertThat(post(form, "seen", "-9999999999999999999").statusCode()).isEqualTo(303);
    assertThat(post(form, "seen", "DROP").statusCode()).isEqualTo(303);
    assertThat(
            phone
                .post(path(tag(1)) + "/take", form, "Origin", "https://evil.example.org")
                .statusCode())
        .isEqualTo(403);

    assertThat(level()).isEqualTo(8);
  }

  private HttpResponse<String> post(Map<String, String> form, String field, String value) {
    Map<String, String> changed = new HashMap<>(form);
    changed.put(field, value);
    return phone.post(path(tag(1)) + "/take", changed);
  }

  @Test
  void a_cookie_of_nonsense_is_nobodys() {
    phone.cookies().put("yizhan-loans", "x.".repeat(300) + "'");

    assertThat(phone.get("/t/").body()).contains("Nothing is out with you");
    assertThat(press(phone, tag(1), "take")).contains("It is yours for now.");
  }

  @Test
  void who_does_too_much_at_once_is_asked_to_wait() {
    for (int i = 0; i < LoanPages.TIMES_MAX; i++) {
      phone.get("/t/7k3m9qz2xw");
    }

    HttpResponse<String> answer = phone.get("/t/7k3m9qz2xw");

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.body()).contains("There were too many requests", "10 min");
    assertThat(answer.headers().firstValue("Retry-After")).contains("601");
    assertThat(phone.get(path(tag(1))).statusCode()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(10));
    assertThat(press(phone, tag(1), "take")).contains("It is yours for now.");
  }

  @Test
  void the_station_says_how_many_may_be_borrowed() {
    press(phone, tag(1), "take");

    assertThat(shelf(phone).getJsonArray("ways").encode())
        .contains("/t/at/kiosk-01", "Umbrella: 2 of 3 here");
    assertThat(phone.get("/t/at/kiosk-01").body())
        .contains("Huanghe 5th Road: to borrow", "2 of 3 here", "within 2 days");
    assertThat(phone.get("/t/at/kiosk-02").body()).contains("Nothing is lent here");
    assertThat(phone.get("/t/at/nowhere").statusCode()).isEqualTo(404);
  }

  @Test
  void the_page_of_a_thing_is_outside_what_the_phones_worker_keeps() {
    assertThat(path(new TagCode("7k3m9qz2xw"))).doesNotStartWith("/s/");
    assertThat(phone.get("/s/manifest.webmanifest").body()).contains("\"/s/\"");
  }
}
