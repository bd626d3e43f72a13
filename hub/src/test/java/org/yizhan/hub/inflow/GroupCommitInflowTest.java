package org.yizhan.hub.inflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.yizhan.hub.intake.Arrival;
import org.yizhan.hub.intake.Verdict;
import org.yizhan.hub.meters.HubMeters;
import org.yizhan.hub.store.FactStore;
import org.yizhan.hub.store.SampleJournal;
import org.yizhan.hub.store.StoreException;
import org.yizhan.wire.JournalId;
import org.yizhan.wire.Order.Acknowledge;
import org.yizhan.wire.Sequence;

class GroupCommitInflowTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  /** Accepts everything, unless told otherwise; counts its commits. */
  private static final class ScriptedStore implements FactStore {
    private final List<List<Arrival>> commits = new ArrayList<>();
    private final CountDownLatch gate;
    private volatile boolean diskFull;
    private volatile String poison = "";

    ScriptedStore(CountDownLatch gate) {
      this.gate = gate;
    }

    @Override
    public List<Verdict> commit(List<Arrival> arrivals) {
      try {
        assertThat(gate.await(20, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      if (diskFull) {
        throw new StoreException("the disk is full");
      }
      if (arrivals.stream().anyMatch(each -> each.station().value().equals(poison))) {
        throw new IllegalStateException("an arrival nobody foresaw");
      }
      commits.add(arrivals);
      return arrivals.stream()
          .<Verdict>map(each -> new Verdict.Accepted(0, each.label().next()))
          .toList();
    }

    @Override
    public List<Map<JournalId, Sequence>> keep(List<Word> words) {
      return words.stream().map(word -> Map.<JournalId, Sequence>of()).toList();
    }

    @Override
    public void close() {}
  }

  private static CompletableFuture<Acknowledge> send(GroupCommitInflow inflow, String station) {
    return inflow.receive(SampleJournal.of(station, new Random(1)).whole()).toCompletableFuture();
  }

  @Test
  void what_arrives_together_is_committed_together_and_answered_after() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    ScriptedStore store = new ScriptedStore(gate);
    try (GroupCommitInflow inflow = new GroupCommitInflow(store, new HubMeters(registry))) {
      List<CompletableFuture<Acknowledge>> answers = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        answers.add(send(inflow, "kiosk-" + i));
      }
      assertThat(answers).noneMatch(CompletableFuture::isDone);

      gate.countDown();

      for (CompletableFuture<Acknowledge> answer : answers) {
        assertThat(answer.get(20, TimeUnit.SECONDS).next()).isEqualTo(new Sequence(2));
      }
    }
    assertThat(store.commits).hasSizeLessThan(100);
    assertThat(registry.get("yizhan.hub.facts").counter().count()).isEqualTo(500);
  }

  @Test
  void too_much_at_once_is_turned_away_and_the_rest_is_kept() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    try (GroupCommitInflow inflow =
        new GroupCommitInflow(new ScriptedStore(gate), new HubMeters(registry))) {
      List<CompletableFuture<Acknowledge>> answers = new ArrayList<>();
      for (int i = 0; i < GroupCommitInflow.WAITING_MAX + 5_000; i++) {
        answers.add(send(inflow, "kiosk-1"));
      }
      assertThat(answers.getLast()).isCompletedExceptionally();

      gate.countDown();

      assertThat(answers.getFirst().get(20, TimeUnit.SECONDS)).isNotNull();
    }
  }

  @Test
  void a_full_disk_fails_what_was_sent_and_later_facts_are_kept_again() throws Exception {
    ScriptedStore store = new ScriptedStore(new CountDownLatch(0));
    try (GroupCommitInflow inflow = new GroupCommitInflow(store, new HubMeters(registry))) {
      store.diskFull = true;
      assertThatThrownBy(() -> send(inflow, "kiosk-1").get(20, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasMessageContaining("the disk is full");

      store.diskFull = false;
      assertThat(send(inflow, "kiosk-1").get(20, TimeUnit.SECONDS)).isNotNull();
    }
  }

  @Test
  void one_arrival_nobody_foresaw_does_not_take_its_neighbours_down() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    ScriptedStore store = new ScriptedStore(gate);
    store.poison = "kiosk-7";
    try (GroupCommitInflow inflow = new GroupCommitInflow(store, new HubMeters(registry))) {
      List<CompletableFuture<Acknowledge>> answers = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        answers.add(send(inflow, "kiosk-" + i));
      }

      gate.countDown();

      for (int i = 0; i < 20; i++) {
        CompletableFuture<Acknowledge> answer = answers.get(i);
        if (i == 7) {
          assertThatThrownBy(() -> answer.get(20, TimeUnit.SECONDS))
              .hasMessageContaining("nobody foresaw");
        } else {
          assertThat(answer.get(20, TimeUnit.SECONDS)).isNotNull();
        }
      }
    }
  }

  @Test
  void the_bound_of_waiting_bytes_does_not_erode_with_arrivals_nobody_foresaw() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    ScriptedStore store = new ScriptedStore(gate);
    store.poison = "kiosk-0";
    try (GroupCommitInflow inflow = new GroupCommitInflow(store, new HubMeters(registry))) {
      List<CompletableFuture<Acknowledge>> answers = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        answers.add(send(inflow, "kiosk-" + i));
      }
      gate.countDown();
      boolean anyFailed =
          CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new))
              .handle((_, failure) -> failure != null)
              .get(20, TimeUnit.SECONDS);

      assertThat(anyFailed).isTrue();
      assertThat(inflow.waitingBytes()).isZero();
    }
  }

  @Test
  void closing_commits_what_waits() throws Exception {
    ScriptedStore store = new ScriptedStore(new CountDownLatch(0));
    GroupCommitInflow inflow = new GroupCommitInflow(store, new HubMeters(registry));
    CompletableFuture<Acknowledge> answer = send(inflow, "kiosk-1");

    inflow.close();

    assertThat(answer.get(20, TimeUnit.SECONDS)).isNotNull();
    assertThatThrownBy(() -> send(inflow, "kiosk-1").get(20, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class);
  }
}
