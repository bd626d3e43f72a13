package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yizhan.hub.loans.Loans;
import org.yizhan.hub.loans.Once;
import org.yizhan.hub.people.AccountName;
import org.yizhan.hub.people.Role;
import org.yizhan.hub.people.Volunteer;
import org.yizhan.hub.store.sqlite.OutlookRows;
import org.yizhan.wire.WriteOffReason;

/** What somebody who answers for a station sees of what it lends, and may do. */
class LoanKeepingTest extends WithLoans {
  @SuppressWarnings("NullAway.Init")
  private HubClient keeper;

  @BeforeEach
  void let_a_keeper_in() {
    keeper = joined("赵", Volunteer.Kind.KEEPER, List.of(STATION));
  }

  @Test
  void sees_how_many_are_here_and_what_is_out_the_longest_first() {
    press(phone, tag(2), "take");
    clock.advance(Duration.ofDays(10));
    press(phone, tag(1), "take");

    String page = keeper.get("/loans").body();

    assertThat(page)
        .contains("3 things in use, 2 out; 1 of them should have been back long ago.")
        .contains("2 out, 1 past its time, 1 by more than a week", "of 3 here")
        .contains("Lent 10 days ago, was due back by 25 Nov 13:00");
    assertThat(page.indexOf("Umbrella 2")).isLessThan(page.indexOf("Umbrella 1"));
  }

  @Test
  void a_thing_lost_from_the_shelf_is_written_off_and_one_lost_outside_is_off_it_already() {
    press(phone, tag(1), "take");

    deed(keeper, 1, "lost");
    deed(keeper, 2, "lost");

    assertThat(level()).isEqualTo(6);
    assertThat(keeper.get("/loans").body())
        .contains("One thing in use, 0 out.", "2 lost so far", "Given up as lost just now");
  }

  @Test
  void what_could_not_be_noted_is_not_written_off_either() {
    database.change(
        handle ->
            handle.execute(
                "CREATE TRIGGER full BEFORE UPDATE ON lent_thing"
                    + " BEGIN SELECT raise(ABORT, 'no room'); END"));
    assertThatThrownBy(() -> loans().retire(tag(1), WriteOffReason.LOST))
        .hasMessageContaining("no room");
    assertThat(level()).isEqualTo(8);
    database.change(handle -> handle.execute("DROP TRIGGER full"));

    assertThat(loans().retire(tag(1), WriteOffReason.LOST)).isEqualTo(Loans.Outcome.DONE);

    assertThat(level()).isEqualTo(7);
  }

  @Test
  void what_is_found_again_is_lent_again_and_on_the_shelf() {
    press(phone, tag(1), "take");
    deed(keeper, 1, "lost");
    deed(keeper, 2, "worn");

    deed(keeper, 1, "again");
    deed(keeper, 2, "again");
    deed(keeper, 2, "again");

    assertThat(level()).isEqualTo(8);
    assertThat(thing(1).isHere()).isTrue();
    assertThat(thing(2).isHere()).isTrue();
  }

  @Test
  void hears_of_a_thing_that_turned_up() {
    deed(keeper, 1, "lost");
    press(phone, tag(1), "back");

    assertThat(keeper.get("/loans").body()).contains("Turned up again", "Somebody scanned it");
  }

  @Test
  void a_form_sent_twice_makes_its_things_once() {
    for (String isNew : new String[] {"yes", ""}) {
      Once once = Once.draw();
      Map<String, String> form =
          Map.of("item", "umbrella", "count", "4", "new", isNew, "once", once.value());
      keeper.submit("/loans", "/loans/kiosk-01/add", form);
      keeper.submit("/loans", "/loans/kiosk-01/add", form);
      new Loans(database, hub.parts().shelves().entries(), clock) // a hub that started again
          .add(STATION, UMBRELLA, 4, isNew.equals("yes"), once);
    }

    assertThat(level()).isEqualTo(12);
    assertThat(loans().things().at(STATION)).hasSize(3 + 4 + 4);
  }

  @Test
  void adds_things_with_tags_new_ones_to_the_stock() {
    HttpResponse<String> answer =
        keeper.submit(
            "/loans",
            "/loans/kiosk-01/add",
            Map.of("item", "umbrella", "count", "4", "new", "yes"));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(level()).isEqualTo(12);
    assertThat(keeper.get("/loans?station=kiosk-01&added=4").body())
        .contains("4 things added.", "of 7 here", "Umbrella 7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-3", "101", "1e3", "", "99999999999", "８"})
  void a_count_that_is_none_is_told_kindly(String count) {
    HttpResponse<String> answer =
        keeper.submit("/loans", "/loans/kiosk-01/add", Map.of("item", "umbrella", "count", count));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("Give a whole number from 1 to 100.");
    assertThat(loans().things().at(STATION)).hasSize(3);
  }

  @Test
  void an_item_that_is_not_lent_gets_no_tags() {
    HttpResponse<String> answer =
        keeper.submit("/loans", "/loans/kiosk-01/add", Map.of("item", "water-550ml", "count", "1"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("profile does not lend such an item");
  }

  @Test
  void there_are_no_more_than_so_many_of_one_item() {
    for (int i = 0; i < 4; i++) {
      loans().add(STATION, UMBRELLA, 100, false, Once.draw());
    }

    HttpResponse<String> answer =
        keeper.submit("/loans", "/loans/kiosk-01/add", Map.of("item", "umbrella", "count", "98"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("at most 500 things");
  }

  @Test
  void labels_are_a_pdf_for_who_answers_for_the_station() {
    HttpResponse<String> pdf = keeper.get("/loans/kiosk-01/labels");

    assertThat(pdf.body()).startsWith("%PDF-");
    assertThat(keeper.get("/loans/kiosk-01/labels?item=mask").statusCode()).isEqualTo(404);
    assertThat(phone.get("/loans/kiosk-01/labels").statusCode()).isEqualTo(403);
    assertThat(keeper.get("/loans/kiosk-02/labels").statusCode()).isEqualTo(400);
  }

  @Test
  void a_keeper_of_another_station_sees_and_changes_nothing_here() {
    HubClient other = joined("钱", Volunteer.Kind.KEEPER, List.of(OTHER));
    String token = keeper.token("/loans");
    other.cookies().put("yizhan", keeper.cookies().get("yizhan"));

    HttpResponse<String> lost =
        other.post("/loans/things/" + tag(1), Map.of("what", "lost", "form-token", token));

    assertThat(other.get("/loans").body()).contains("Nothing is lent here");
    assertThat(lost.statusCode()).isEqualTo(400);
    assertThat(thing(1).retired()).isEmpty();
  }

  @Test
  void others_are_told_kindly_and_a_viewer_may_look_only() {
    hub.parts().accounts().put(new AccountName("viewer"), Role.UNION_VIEWER, TestHub.PASSWORD);
    HubClient viewer = stranger();
    viewer.signIn("viewer", TestHub.PASSWORD);

    assertThat(phone.get("/loans").statusCode()).isEqualTo(403);
    assertThat(viewer.get("/loans").body())
        .contains("3 things in use", "value=\"shandong/binzhou\"")
        .doesNotContain("Make tags", "Worn out");
    assertThat(viewer.get("/loans?place=guangxi").body()).contains("Nothing is lent here");
  }

  @Test
  void what_comes_back_is_not_said_to_run_out() {
    assertThat(new OutlookRows(database).refresh(clock.instant())).isPositive();
    HubClient union = stranger();
    union.signIn();
    String here = union.get("/stations/kiosk-01").body();

    send(joined("孙"), message(key(), entry("umbrella").put("found", 0)));
    assertThat(new OutlookRows(database).refresh(clock.instant())).isPositive();

    assertThat(here).contains("Umbrella").doesNotContain("how long it lasts");
    assertThat(union.get("/stations/kiosk-01").body())
        .contains("all are out on loan")
        .doesNotContain("none left");
  }

  @Test
  void the_way_there_stands_on_the_pages_of_the_supplies_and_the_keeper() {
    HubClient union = stranger();
    union.signIn();

    assertThat(keeper.get("/keep").body()).contains("href=\"/loans\"");
    assertThat(union.get("/supplies").body()).contains("href=\"/loans\"");
    assertThat(union.get("/stations/kiosk-01").body()).contains("/loans?station=kiosk-01");
  }

  private void deed(HubClient client, int number, String what) {
    HttpResponse<String> answer =
        client.submit("/loans", "/loans/things/" + tag(number), Map.of("what", what));
    assertThat(answer.statusCode()).isEqualTo(303);
  }
}
