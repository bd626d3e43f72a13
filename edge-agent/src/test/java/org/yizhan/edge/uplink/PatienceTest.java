package org.yizhan.edge.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yizhan.pass.PassKind;
import org.yizhan.station.Celsius;
import org.yizhan.station.ItemCode;
import org.yizhan.station.RelativeHumidity;
import org.yizhan.wire.Entry;
import org.yizhan.wire.Fact;
import org.yizhan.wire.Moment;
import org.yizhan.wire.Visitor;

class PatienceTest {
  private static final long NOW_MS = 100_000;

  private static Entry at(long sinceMs, Fact fact) {
    return new Entry(new Moment(sinceMs, 1_800_000_000_000L, true), fact);
  }

  private static long patienceOf(Fact fact) {
    return Patience.dueMs(List.of(at(NOW_MS, fact))) - NOW_MS;
  }

  private static Fact admission(boolean doorWatched) {
    return new Fact.PassAdmitted(new Visitor("00000000000000aa"), PassKind.CARD, doorWatched, 1);
  }

  @Test
  void an_admission_waits_a_little_for_the_door_that_will_count_it() {
    assertThat(patienceOf(admission(true))).isEqualTo(Patience.ADMISSION_MS);
    assertThat(Patience.dueMs(List.of(at(0, admission(true)), at(900, new Fact.DoorOpened()))))
        .isEqualTo(900);
  }

  @Test
  void an_admission_that_counts_by_itself_goes_at_once() {
    assertThat(patienceOf(admission(false))).isZero();
  }

  @Test
  void the_way_out_goes_as_one() {
    List<Entry> out =
        List.of(
            at(0, new Fact.ExitPressed()),
            at(1_000, new Fact.DoorOpened()),
            at(2_000, new Fact.PersonLeft(1)),
            at(6_000, new Fact.DoorClosed()));

    assertThat(Patience.dueMs(out)).isEqualTo(Patience.PASSAGE_MS);
  }

  @Test
  void a_door_that_opens_without_the_exit_button_is_told_at_once() {
    assertThat(patienceOf(new Fact.DoorOpened())).isZero();
  }

  @Test
  void a_level_waits_a_minute_and_a_reading_of_the_air_five() {
    Fact climate = new Fact.ClimateMeasured(Celsius.of(21), new RelativeHumidity(50));
    Fact level = new Fact.StockMeasured(new ItemCode("water"), 40);

    assertThat(patienceOf(level)).isEqualTo(60_000);
    assertThat(patienceOf(climate)).isEqualTo(300_000);
  }
}
