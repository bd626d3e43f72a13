package org.yizhan.bench;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yizhan.hub.demo.ChildProcess;
import org.yizhan.hub.demo.Programs;

/**
 * One agent beside a real hub: how soon after its start the door has decided on a real pass, and
 * what it costs to be connected over mutual TLS with nothing to do.
 */
final class AgentBench {
  private static final int STARTS = 5;
  private static final Duration STARTED_WITHIN = Duration.ofSeconds(60);
  private static final Duration SETTLES = Duration.ofSeconds(30);

  private final Programs programs;
  private final Duration idle;

  AgentBench(Programs programs, Duration idle) {
    this.programs = programs;
    this.idle = idle;
  }

  List<Figure> run(Scratch scratch) {
    try (BenchHub hub = BenchHub.start(programs, scratch.folder())) {
      BenchStation station = BenchStation.enrol(programs, hub, scratch.folder());
      String pass = BenchStation.passes(hub, 1).getFirst();
      station.runUntilSettled();
      List<Figure> figures = new ArrayList<>();
      scratch.say("the agent starts " + STARTS + " times");
      figures.add(Figure.of("agent-door-decides", decides(station, pass), "s"));
      figures.addAll(idle(station, scratch));
      return figures;
    }
  }

  /** The median of some starts, from the start of the process to the answer to a pass. */
  private double decides(BenchStation station, String pass) {
    double[] seconds = new double[STARTS];
    for (int start = 0; start < STARTS; start++) {
      long begun = System.nanoTime();
      ChildProcess agent = station.run();
      try {
        Waiting.until(() -> admits(station, pass), "the first decision", STARTED_WITHIN, agent);
        seconds[start] = (System.nanoTime() - begun) / 1e9;
      } finally {
        agent.stop(Duration.ofSeconds(10));
      }
    }
    Arrays.sort(seconds);
    return seconds[STARTS / 2];
  }

  private static boolean admits(BenchStation station, String pass) {
    Optional<JsonObject> answer = station.ask("scan", Map.of("text", pass, "walkIn", "false"));
    return answer.map(said -> "admitted".equals(said.getString("decision"))).orElse(false);
  }

  private List<Figure> idle(BenchStation station, Scratch scratch) {
    ChildProcess agent = station.run();
    try {
      station.awaitSettled(agent);
      scratch.say("connected; it settles for " + SETTLES.toSeconds() + " s");
      Waiting.pause(SETTLES);
      KernelCount process = new KernelCount(agent.pid());
      double before = process.processorSeconds();
      long begun = System.nanoTime();
      scratch.say("idle for " + idle.toSeconds() + " s");
      Waiting.pause(idle);
      double cpu = (process.processorSeconds() - before) / ((System.nanoTime() - begun) / 1e9);
      return List.of(
          Figure.of("agent-resident", process.megabytes("VmRSS"), "MB"),
          Figure.of("agent-resident-anonymous", process.megabytes("RssAnon"), "MB"),
          Figure.of("agent-cpu-idle", 100 * cpu, "% of a core"));
    } finally {
      agent.stop(Duration.ofSeconds(10));
    }
  }
}
