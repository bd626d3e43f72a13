package org.yizhan.hub.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.hub.store.sqlite.HubDatabase;

/** The demonstration as a person starts it: real processes, real enrolment, real past. */
class DemoTest {
  private static final Duration READY_WITHIN = Duration.ofSeconds(60);
  private static final Duration SHOWN_WITHIN = Duration.ofSeconds(2);
  private static final Duration SUPPLIES_WITHIN = Duration.ofMinutes(1);

  @TempDir Path temporary;

  @Test
  void brings_a_fortnight_of_three_stations_shows_a_scan_at_once_and_leaves_nothing_behind()
      throws Exception {
    long started = System.nanoTime();
    try (StartedDemo demo = StartedDemo.start(temporary, "--port", "0", "--json")) {
      JsonObject ready = demo.ready();
      assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(READY_WITHIN);
      assertThat(ready.fieldNames())
          .containsExactly("url", "token", "user", "password", "stations", "pass", "volunteerLink");
      assertThat(ready.getJsonArray("stations")).hasSize(3);
      assertThat(demo.get("/api/v1/stations").split("\"backlog\":0", -1)).hasSize(4);
      JsonObject door = ready.getJsonArray("stations").getJsonObject(0);
      String id = door.getString("id");
      assertThat(demo.visits(id, Duration.ofDays(13))).isGreaterThan(demo.visits(id, DAY) + 100);
      int before = demo.visits(id, DAY);

      assertThat(demo.scan(door, ready.getString("pass"))).contains("\"decision\":\"admitted\"");
      long scanned = System.nanoTime();
      while (demo.visits(id, DAY) == before && System.nanoTime() - scanned < 10e9) {
        Thread.onSpinWait();
      }

      assertThat(demo.visits(id, DAY)).isEqualTo(before + 1);
      assertThat(Duration.ofNanos(System.nanoTime() - scanned)).isLessThan(SHOWN_WITHIN);

      String supplies = suppliesOnceReckoned(demo);
      assertThat(supplies)
          .contains("模拟志愿者小林 simulated is on the way")
          .containsPattern("gone in \\d+ to \\d+ days|gone in \\d+ days");
      assertThat(provenRounds(Path.of(door.getString("data")).resolveSibling("hub/hub.db")))
          .isOne();

      List<ProcessHandle> family = demo.process().descendants().toList();
      demo.process().destroy();
      assertThat(demo.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(family).hasSize(4).noneMatch(ProcessHandle::isAlive);
      assertThat(demo.said()).doesNotContain("did not end");
      assertNothingLeft();
    }
  }

  /** The supplies page, once simulated volunteers were there and the hub reckoned what lasts. */
  private static String suppliesOnceReckoned(StartedDemo demo) throws Exception {
    demo.signIn();
    long begun = System.nanoTime();
    String page = demo.get("/supplies?lang=en");
    while (!(page.contains("is on the way") && page.contains("gone in"))
        && System.nanoTime() - begun < SUPPLIES_WITHIN.toNanos()
        && !demo.process().waitFor(1, TimeUnit.SECONDS)) {
      page = demo.get("/supplies?lang=en");
    }
    return page;
  }

  /** Rounds that are done, with a picture that is marked as simulated. */
  private static int provenRounds(Path file) {
    try (HubDatabase database = HubDatabase.open(file)) {
      return database
          .reader()
          .withHandle(
              handle ->
                  handle
                      .createQuery(
                          "SELECT count(*) FROM restock_round r JOIN proof_photo p ON p.round = r.id"
                              + " WHERE r.ending = 'FILLED' AND p.simulated = 1")
                      .mapTo(Integer.class)
                      .one());
    }
  }

  private static final Duration DAY = Duration.ofHours(20);

  private void assertNothingLeft() throws IOException {
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.startsWith("yizhan-demo-"));
    }
  }

  @Test
  void ends_while_it_is_still_starting_and_leaves_nothing_behind() throws Exception {
    try (StartedDemo demo = StartedDemo.start(temporary, "--port", "0", "--days", "60")) {
      while (demo.process().descendants().count() < 2 && demo.process().isAlive()) {
        Thread.onSpinWait();
      }
      List<ProcessHandle> family = demo.process().descendants().toList();

      demo.process().destroy();

      assertThat(demo.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(family).isNotEmpty().noneMatch(ProcessHandle::isAlive);
      assertNothingLeft();
    }
  }

  @Test
  void its_children_end_even_when_it_is_killed() throws Exception {
    try (StartedDemo demo =
        StartedDemo.start(temporary, "--port", "0", "--stations", "1", "--days", "0", "--json")) {
      demo.ready();
      List<ProcessHandle> family = demo.process().descendants().toList();

      demo.process().destroyForcibly();

      assertThat(family).hasSize(2);
      for (ProcessHandle child : family) {
        child.onExit().get(60, TimeUnit.SECONDS);
      }
    }
  }

  @Test
  void runs_once_on_its_data_and_goes_on_from_them_and_ends_by_itself() throws Exception {
    String data = temporary.resolve("kept").toString();
    List<String> arguments =
        List.of("--port", "0", "--stations", "1", "--days", "1", "--json", "--data", data);
    String first;
    try (StartedDemo demo = StartedDemo.start(temporary, arguments.toArray(String[]::new))) {
      first = demo.ready().getJsonArray("stations").encode();
      assertThat(refusal(1, "--port", "0", "--data", data))
          .contains("the hub ended before it was ready")
          .contains("another hub runs on");
    }

    List<String> again = new ArrayList<>(arguments);
    again.addAll(List.of("--duration", "1"));
    try (StartedDemo demo = StartedDemo.start(temporary, again.toArray(String[]::new))) {
      assertThat(demo.ready().getJsonArray("stations").encode()).isEqualTo(first);
      assertThat(demo.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(demo.process().exitValue()).isZero();
    }
  }

  @Test
  void says_in_words_why_it_cannot_start() throws Exception {
    Files.writeString(temporary.resolve("mine"), "mine");
    try (ServerSocket taken = new ServerSocket(0)) {
      String port = Integer.toString(taken.getLocalPort());

      assertThat(refusal(1, "--port", port, "--stations", "1", "--days", "0"))
          .contains(port)
          .contains("in use");
    }
    assertThat(refusal(1, "--data", temporary.toString())).contains("is not empty");
    assertThat(temporary.resolve("mine")).hasContent("mine");
    assertThat(refusal(1, "--data", temporary.resolve("mine/in/a/file").toString()))
        .contains("mine/in/a/file");
    assertThat(refusal(2, "--stations", "0")).contains("--stations");
    assertThat(refusal(2, "--duration", "-1")).contains("--duration");
    assertThat(refusal(2, "--port", "many")).contains("--port");
    assertNothingLeft();
  }

  /** What it says when it ends with this exit code. */
  private String refusal(int code, String... arguments) throws Exception {
    try (StartedDemo demo = StartedDemo.start(temporary, arguments)) {
      assertThat(demo.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(demo.process().exitValue()).as(List.of(arguments).toString()).isEqualTo(code);
      assertThat(demo.said()).doesNotContain("Exception");
      return demo.said();
    }
  }
}
