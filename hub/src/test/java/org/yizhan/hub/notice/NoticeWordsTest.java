package org.yizhan.hub.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yizhan.station.BilingualText;
import org.yizhan.station.FixtureName;
import org.yizhan.station.ItemCode;
import org.yizhan.wire.FaultKind;

class NoticeWordsTest {
  private static final ItemCode WATER = new ItemCode("water");
  private static final BilingualText WATER_NAME = new BilingualText("饮用水", "Drinking water");
  private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

  private static Stream<Notice> all() {
    List<Notice> all = new ArrayList<>();
    all.add(NoticeWords.itemBelowMinimum(Kiosk.REF, WATER, WATER_NAME, 3, 12));
    all.add(NoticeWords.itemRunsOutSoon(Kiosk.REF, WATER, WATER_NAME, 1));
    all.add(NoticeWords.itemExpires(Kiosk.REF, WATER, WATER_NAME, 6, DAY));
    all.add(NoticeWords.roundUnclaimed(Kiosk.REF, "r1", 3));
    all.add(NoticeWords.roundOverdue(Kiosk.REF, "r1"));
    all.add(NoticeWords.matterRaised(Kiosk.REF, 17));
    all.add(NoticeWords.lockedOut(Kiosk.REF, 18));
    all.add(NoticeWords.matterReopened(Kiosk.REF, 19));
    all.add(NoticeWords.stationSilent(Kiosk.REF));
    all.add(NoticeWords.stationUnusable(Kiosk.REF, new Saying("室内太冷", "it is too cold inside")));
    all.add(
        NoticeWords.dutyReminder(Kiosk.REF, "w27", new BilingualText("骑手一组", "Riders one"), DAY));
    all.add(
        NoticeWords.thingsOutTooLong(
            Kiosk.REF, new ItemCode("umbrella"), new BilingualText("雨伞", "Umbrella"), 2));
    all.add(NoticeWords.thingTurnedUp(Kiosk.REF, 1));
    for (FaultKind kind : FaultKind.values()) {
      all.add(NoticeWords.faultRaised(Kiosk.REF, kind, new FixtureName("front-lock")));
    }
    return all.stream();
  }

  @Test
  void every_kind_has_its_words() {
    assertThat(all().map(Notice::kind).collect(Collectors.toSet()))
        .hasSize(NoticeKind.values().length - 1); // a trial is no notice
  }

  @Test
  void the_two_languages_are_never_mixed() {
    all()
        .flatMap(
            notice ->
                Stream.of(
                    notice.title(),
                    notice.text(),
                    NoticeWords.over(notice.title()),
                    NoticeWords.passedOn(notice.title())))
        .forEach(
            saying -> {
              assertThat(saying.en()).doesNotContainPattern("\\p{IsHan}|[：，。（）｜]");
              assertThat(saying.zh().replace("front-lock", ""))
                  .containsPattern("\\p{IsHan}")
                  .doesNotContainPattern("[A-Za-z]");
            });
  }

  @Test
  void every_title_begins_with_the_station() {
    all()
        .forEach(
            notice -> {
              assertThat(notice.title().zh()).startsWith("东昌路驿站：");
              assertThat(notice.title().en()).startsWith("Dongchang Road kiosk: ");
            });
  }

  @Test
  void a_matter_has_one_key_and_different_matters_have_different_ones() {
    assertThat(all().map(Notice::key).distinct().count()).isEqualTo(all().count());
    assertThat(NoticeWords.itemBelowMinimum(Kiosk.REF, WATER, WATER_NAME, 3, 12).key())
        .isEqualTo(NoticeWords.itemBelowMinimum(Kiosk.REF, WATER, WATER_NAME, 1, 12).key());
  }

  @Test
  void faults_that_keep_workers_out_are_urgent() {
    assertThat(
            NoticeWords.faultRaised(Kiosk.REF, FaultKind.LOCK_FAILED, new FixtureName("front-lock"))
                .urgency())
        .isEqualTo(Urgency.URGENT);
    assertThat(
            NoticeWords.faultRaised(Kiosk.REF, FaultKind.SENSOR_STUCK, new FixtureName("air"))
                .urgency())
        .isEqualTo(Urgency.CALM);
  }

  @Test
  void the_longest_names_still_make_a_title() {
    BilingualText longest = new BilingualText("站".repeat(80), "s".repeat(80));
    StationRef station = new StationRef(Kiosk.REF.id(), longest, Kiosk.REF.place());

    Notice notice =
        NoticeWords.itemBelowMinimum(station, WATER, longest, Integer.MAX_VALUE, Integer.MAX_VALUE);

    assertThat(NoticeWords.over(notice.title()).zh().length())
        .isLessThanOrEqualTo(Saying.LENGTH_MAX);
  }
}
