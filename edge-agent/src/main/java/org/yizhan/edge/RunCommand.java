package org.yizhan.edge;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.yizhan.wire.HardwareKind;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code station run}: the agent, until it is stopped. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Run the station's agent until it is stopped (SIGTERM or Ctrl-C).")
final class RunCommand implements Callable<Integer> {
  /** EX_SOFTWARE of sysexits(3): the supervisor starts the agent anew. */
  private static final int BROKEN = 70;

  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "The station's data folder, with profile.yaml.")
  private Path data;

  @Option(
      names = "--panel-port",
      paramLabel = "PORT",
      description = "The status page's port; 0 for any free one. Default: ${DEFAULT-VALUE}.")
  private int panelPort = AgentOptions.PANEL_PORT;

  @Option(
      names = "--panel-host",
      paramLabel = "HOST",
      description =
          "The status page's address; anything but loopback shows it to the whole network. Default:"
              + " ${DEFAULT-VALUE}.")
  private String panelHost = AgentOptions.LOOPBACK;

  @Option(
      names = "--trust-clock",
      description =
          "You vouch for this machine's clock: something this program cannot see keeps it right (a"
              + " virtual host, a GPS daemon). Without it the time is trusted only from a"
              + " battery-backed clock or once a time server was heard. If the clock is wrong,"
              + " visits stand in wrong hours and expired passes may open. A clock behind a time"
              + " trusted before is not believed even so.")
  private boolean trustClock;

  @Option(
      names = "--lifelike",
      description = "Let simulated parts live by themselves: workers come, shelves empty.")
  private boolean lifelike;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "With --lifelike: the same seed makes the same days. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--bustle",
      paramLabel = "X",
      description = "With --lifelike: X times as many people come. Default: ${DEFAULT-VALUE}.")
  private double bustle = 1;

  @Option(
      names = "--past-days",
      paramLabel = "N",
      description = "With --lifelike, at the first start: live through N past days before.")
  private int pastDays;

  @Option(names = "--json", description = "Say what was started in one line of JSON.")
  private boolean json;

  /** For programs that start an agent as a child: it ends when they do, however they end. */
  @Option(names = "--stop-with-stdin", hidden = true)
  private boolean stopWithStdin;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Agent agent;
    try {
      agent = Agent.open(options());
    } catch (AgentTrouble | IllegalArgumentException trouble) {
      spec.commandLine().getErr().println(trouble.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(agent::close, "shutdown"));
    long doorMs = ProcessClock.ageMs();
    if (!json) {
      out.printf("%s decides at its door, %d ms after the start.%n", agent.profile().id(), doorMs);
      if (agent.hardwareKind() == HardwareKind.SIMULATED) {
        out.println("Hardware: SIMULATED; its readings are not real.");
      }
      out.flush();
    }
    agent.startRest();
    tell(out, agent, doorMs);
    if (stopWithStdin) {
      Thread.ofPlatform().daemon().name("stdin").start(() -> closeWhenStdinEnds(agent));
    }
    return waitForTheEnd(agent);
  }

  private AgentOptions options() {
    return new AgentOptions(
        data.toAbsolutePath().normalize(),
        panelHost,
        panelPort,
        trustClock,
        lifelike
            ? Optional.of(new AgentOptions.Lifelike(seed, bustle, pastDays))
            : Optional.empty());
  }

  private void tell(PrintWriter out, Agent agent, long doorMs) {
    String page = agent.panelAddress().orElse(null);
    if (json) {
      out.printf(
          "{\"station\":\"%s\",\"hardware\":\"%s\",\"clock\":\"%s\",\"panel\":%s,"
              + "\"doorReadyMillis\":%d}%n",
          agent.profile().id(),
          agent.hardwareKind(),
          agent.clock().trust(),
          page == null ? "null" : "\"" + page + "\"",
          doorMs);
    } else {
      out.println(agent.clock().sentence());
      if (page != null) {
        out.printf("Status page: %s%n", page);
      }
    }
    out.flush();
  }

  private static void closeWhenStdinEnds(Agent agent) {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException broken) {
      System.getLogger(RunCommand.class.getName())
          .log(System.Logger.Level.DEBUG, "standard input", broken);
    }
    agent.close();
  }

  private int waitForTheEnd(Agent agent) throws InterruptedException {
    try {
      agent.ended().get();
      return CommandLine.ExitCode.OK;
    } catch (ExecutionException broken) {
      spec.commandLine()
          .getErr()
          .println("The agent must be started anew after an error of its own:");
      Objects.requireNonNullElse(broken.getCause(), broken)
          .printStackTrace(spec.commandLine().getErr());
      return BROKEN;
    }
  }
}
