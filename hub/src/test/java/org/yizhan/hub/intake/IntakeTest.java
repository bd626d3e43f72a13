package org.yizhan.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.wire.EnvelopeLabel;
import org.yizhan.wire.HardwareKind;
import org.yizhan.wire.JournalId;
import org.yizhan.wire.JournalRange;
import org.yizhan.wire.Moment;
import org.yizhan.wire.Order.Acknowledge;
import org.yizhan.wire.Presence;
import org.yizhan.wire.Sequence;

class IntakeTest {
  private static final JournalId JOURNAL = new JournalId("a".repeat(32));
  private static final JournalId OTHER = new JournalId("b".repeat(32));

  @ParameterizedTest
  @CsvSource({
    "1, 1, 5, accepted, 0, 6",
    "3, 1, 5, accepted, 2, 6",
    "5, 1, 5, accepted, 4, 6",
    "6, 1, 5, duplicate, 0, 6",
    "9, 1, 5, duplicate, 0, 9",
    "1, 2, 5, gap, 0, 1",
    "7, 9, 1, gap, 0, 7"
  })
  void judges_by_the_cursor_alone(
      long cursor, long first, long count, String expected, long skip, long next) {
    EnvelopeLabel label = new EnvelopeLabel(JOURNAL, new Sequence(first), count, 1);

    Verdict verdict = Intake.judge(new Sequence(cursor), label);

    Sequence then = new Sequence(next);
    assertThat(verdict)
        .isEqualTo(
            switch (expected) {
              case "accepted" -> new Verdict.Accepted(skip, then);
              case "duplicate" -> new Verdict.Duplicate(then);
              default -> new Verdict.Gap(then);
            });
  }

  @Test
  void a_station_is_asked_again_for_what_it_believes_is_held() {
    Presence.Snapshot now = snapshot(0, range(JOURNAL, 1, 11), range(OTHER, 5, 9));

    List<Acknowledge> asked =
        Refill.of(now, Map.of(JOURNAL, new Sequence(4), OTHER, new Sequence(9)));

    assertThat(asked).containsExactly(new Acknowledge(JOURNAL, new Sequence(4), Refill.UNASKED));
  }

  @Test
  void a_backlog_that_is_on_its_way_is_not_asked_for() {
    Presence.Snapshot now = snapshot(7, range(JOURNAL, 1, 11));

    assertThat(Refill.of(now, Map.of(JOURNAL, new Sequence(4)))).isEmpty();
    assertThat(Refill.of(now, Map.of(JOURNAL, new Sequence(3)))).hasSize(1);
  }

  @Test
  void a_hub_that_never_heard_of_a_journal_asks_from_the_first_number() {
    Presence.Snapshot now = snapshot(0, range(JOURNAL, 1, 11));

    assertThat(Refill.of(now, Map.of()))
        .containsExactly(new Acknowledge(JOURNAL, Sequence.FIRST, Refill.UNASKED));
  }

  private static JournalRange range(JournalId journal, long first, long next) {
    return new JournalRange(journal, new Sequence(first), new Sequence(next));
  }

  private static Presence.Snapshot snapshot(long backlog, JournalRange... held) {
    return new Presence.Snapshot(
        new Moment(1, 1, false),
        "1.0",
        HardwareKind.REAL,
        Presence.DoorState.UNKNOWN,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Map.of(),
        List.of(held),
        backlog);
  }
}
