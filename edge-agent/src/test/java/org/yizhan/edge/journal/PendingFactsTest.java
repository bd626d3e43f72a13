package org.yizhan.edge.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.edge.journal.Samples.admitted;
import static org.yizhan.edge.journal.Samples.at;
import static org.yizhan.edge.journal.Samples.climate;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yizhan.edge.journal.PendingFacts.Numbered;
import org.yizhan.wire.Entry;
import org.yizhan.wire.Fact;
import org.yizhan.wire.Fact.Missing;
import org.yizhan.wire.MissingReason;

class PendingFactsTest {
  @Test
  void sheds_the_oldest_measurement_before_any_entry() {
    var pending = new PendingFacts(3);
    add(pending, admitted(1), climate(), admitted(2));

    add(pending, admitted(3));

    assertThat(facts(pending))
        .containsExactly(admitted(1), new Missing(1, MissingReason.SHED), admitted(2), admitted(3));
  }

  @Test
  void sheds_details_before_entries() {
    var pending = new PendingFacts(2);
    add(pending, admitted(1), new Fact.DoorClosed());

    add(pending, admitted(2));

    assertThat(facts(pending))
        .containsExactly(admitted(1), new Missing(1, MissingReason.SHED), admitted(2));
  }

  @Test
  void joins_neighbouring_gaps_into_one() {
    var pending = new PendingFacts(1);

    add(pending, climate(), climate(), climate(), admitted(1));

    assertThat(facts(pending)).containsExactly(new Missing(3, MissingReason.SHED), admitted(1));
  }

  @Test
  void keeps_the_rest_of_a_gap_that_grew_while_its_beginning_was_written() {
    var pending = new PendingFacts(1);
    add(pending, climate(), admitted(1));
    List<Numbered> writing = pending.first(1);
    add(pending, admitted(2));

    pending.removeBelow(writing.getLast().next());

    assertThat(pending.first(10)).extracting(Numbered::sequence).containsExactly(2L, 3L);
    assertThat(facts(pending)).containsExactly(new Missing(1, MissingReason.SHED), admitted(2));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void stays_dense_and_bounded_whatever_comes(long seed) {
    var random = new Random(seed);
    var pending = new PendingFacts(1 + random.nextInt(20));
    long written = 1;
    for (int i = 0; i < 2_000; i++) {
      add(pending, random.nextBoolean() ? climate() : admitted(i));
      if (random.nextInt(10) == 0) {
        List<Numbered> batch = pending.first(1 + random.nextInt(8));
        assertThat(batch.getFirst().sequence()).as("seed %d", seed).isEqualTo(written);
        written = batch.getLast().next();
        pending.removeBelow(written);
      }
      assertDense(pending, written, seed);
    }
  }

  private static void assertDense(PendingFacts pending, long from, long seed) {
    long expected = from;
    List<Numbered> all = pending.first(Integer.MAX_VALUE);
    for (Numbered numbered : all) {
      assertThat(numbered.sequence()).as("seed %d", seed).isEqualTo(expected);
      expected = numbered.next();
    }
    assertThat(expected).as("seed %d", seed).isEqualTo(pending.next());
    assertThat(pending.facts()).as("seed %d", seed).isLessThanOrEqualTo(20);
    assertThat(all.size()).as("seed %d", seed).isLessThanOrEqualTo(2 * pending.facts() + 1);
  }

  private static void add(PendingFacts pending, Fact... facts) {
    for (Fact fact : facts) {
      pending.add(new Entry(at(0), fact));
    }
  }

  private static List<Fact> facts(PendingFacts pending) {
    return pending.first(100).stream().map(n -> n.entry().fact()).toList();
  }
}
