package org.yizhan.edge.past;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.edge.fixtures.TestProfiles;
import org.yizhan.edge.hardware.simulated.LifelikePlan;
import org.yizhan.edge.journal.Journal;
import org.yizhan.edge.journal.JournalLimits;
import org.yizhan.edge.journal.SqliteJournal;
import org.yizhan.pass.Pass;
import org.yizhan.pass.PassSigner;
import org.yizhan.pass.TrustedPassState;
import org.yizhan.wire.Entry;
import org.yizhan.wire.Fact;

class LivedPastTest {
  private static final Instant UNTIL = Instant.parse("2026-11-20T02:00:00Z");
  private static final Instant FROM = UNTIL.minus(Duration.ofDays(14));
  private static final PassSigner ISSUER = PassSigner.generate("binzhou", new SecureRandom());
  private static final List<String> PASSES = IntStream.range(0, 60).mapToObj(_ -> pass()).toList();

  @TempDir Path data;
  private final List<MemoryJournal> boots = new ArrayList<>();

  private static String pass() {
    SecureRandom random = new SecureRandom();
    return ISSUER.sign(
        new Pass(
            PassSigner.newPassId(random),
            PassSigner.newSubject(random),
            ISSUER.key().issuer(),
            FROM.minus(Duration.ofDays(1)),
            FROM.minus(Duration.ofDays(1)),
            UNTIL.plus(Duration.ofDays(30))));
  }

  @Test
  void a_fortnight_has_visits_refusals_climate_and_a_shelf_that_empties_and_fills() {
    live(1, PASSES);

    Map<String, Long> facts = new TreeMap<>();
    all().forEach(entry -> facts.merge(entry.fact().getClass().getSimpleName(), 1L, Long::sum));
    assertThat(facts.get("PassAdmitted")).isBetween(100L, 600L);
    assertThat(facts.get("PassRefused")).isBetween(3L, 100L);
    assertThat(facts.get("PersonEntered")).isGreaterThan(100);
    assertThat(facts.get("PersonLeft")).isGreaterThan(100);
    assertThat(facts.get("ClimateMeasured")).isBetween(14 * 200L, 14 * 600L);
    assertThat(facts.get("StockMeasured")).isGreaterThan(50);
    assertThat(facts.get("DoorOpened")).isGreaterThan(200);
    assertThat(facts.getOrDefault("OccupancyCorrected", 0L)).isLessThan(40);
  }

  @Test
  void is_lived_as_earlier_boots_with_journals_of_their_own_in_the_past() {
    live(1, PASSES);

    assertThat(boots).hasSizeBetween(5, 7);
    assertThat(boots)
        .allSatisfy(
            boot -> {
              assertThat(boot.entries.getFirst().fact()).isInstanceOf(Fact.JournalOpened.class);
              assertThat(boot.entries.getFirst().at().sinceStartMs()).isZero();
            });
    List<Instant> times = all().stream().map(entry -> entry.at().wall()).toList();
    assertThat(times).isSorted();
    assertThat(times.getFirst()).isEqualTo(FROM);
    assertThat(times.getLast()).isBefore(UNTIL.plusSeconds(1)).isAfter(UNTIL.minusSeconds(900));
  }

  @Test
  void the_same_seed_lives_the_same_past_and_another_seed_another() {
    Instant shortly = FROM.plus(Duration.ofDays(2));
    List<Entry> first = lived(7, shortly);
    List<Entry> second = lived(7, shortly);
    List<Entry> other = lived(8, shortly);

    assertThat(timesAndKinds(second)).isEqualTo(timesAndKinds(first));
    assertThat(timesAndKinds(other)).isNotEqualTo(timesAndKinds(first));
  }

  @Test
  void without_passes_nobody_is_admitted() {
    live(1, List.of(), FROM.plus(Duration.ofDays(2)), this::inMemory);

    Set<Class<?>> kinds =
        all().stream().map(entry -> entry.fact().getClass()).collect(Collectors.toSet());
    assertThat(kinds).contains(Fact.PassRefused.class).doesNotContain(Fact.PassAdmitted.class);
  }

  @Test
  void most_visits_are_seen_by_the_beams_as_well() {
    live(3, PASSES);

    long admitted = count(Fact.PassAdmitted.class);
    long entered = count(Fact.PersonEntered.class);
    long left = count(Fact.PersonLeft.class);
    assertThat((double) entered).isBetween(admitted * 0.8, admitted * 1.1);
    assertThat((double) left).isBetween(entered * 0.9, entered * 1.2);
  }

  @Test
  void no_fact_is_lost_on_the_way_to_the_card() {
    Instant shortly = FROM.plus(Duration.ofDays(5));
    long lived = lived(1, shortly).size();

    live(1, PASSES, shortly, this::onTheCard);

    try (SqliteJournal now = onTheCard(() -> shortly)) {
      awaitBacklog(now, lived);
      assertThat(now.backlog()).isEqualTo(lived);
      assertThat(now.held()).hasSizeGreaterThanOrEqualTo(2);
    }
  }

  private static void awaitBacklog(Journal journal, long expected) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (journal.backlog() < expected && System.nanoTime() < deadline) {
      LockSupport.parkNanos(5_000_000);
    }
  }

  private void live(long seed, List<String> passes) {
    live(seed, passes, UNTIL, this::inMemory);
  }

  private List<Entry> lived(long seed, Instant until) {
    boots.clear();
    live(seed, PASSES, until, this::inMemory);
    return all();
  }

  private Journal inMemory(InstantSource wall) {
    MemoryJournal journal = new MemoryJournal();
    boots.add(journal);
    return journal;
  }

  private SqliteJournal onTheCard(InstantSource wall) {
    return new SqliteJournal(data.resolve("journal"), JournalLimits.STATION, wall);
  }

  private void live(
      long seed, List<String> passes, Instant until, Function<InstantSource, Journal> journals) {
    new LivedPast(
            "0.1.0",
            TestProfiles.simulated(),
            new TrustedPassState(List.of(ISSUER.key()), Set.of()),
            Map.of(),
            new LifelikePlan(seed, 1, passes),
            data,
            journals)
        .live(FROM, until);
  }

  private List<Entry> all() {
    return boots.stream().flatMap(boot -> boot.entries.stream()).toList();
  }

  private long count(Class<? extends Fact> kind) {
    return all().stream().filter(entry -> kind.isInstance(entry.fact())).count();
  }

  private static List<String> timesAndKinds(List<Entry> entries) {
    return entries.stream()
        .map(entry -> entry.at().wallMs() + " " + entry.fact().getClass().getSimpleName())
        .toList();
  }
}
