package org.yizhan.edge;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.yizhan.edge.panel.DeskRefusal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code station simulate}: moves the simulated world of a running agent. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = "Make something happen to the simulated parts of a running agent.")
final class SimulateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "The data folder.")
  private Path data;

  @Parameters(
      paramLabel = "ACT",
      description =
          "push, shut, open, leave, exit, chain, unchain, stir, still, stick-radar or free-radar.")
  private String act;

  @Override
  public Integer call() {
    try {
      var _ = Asking.flat(Asking.ask(data, "simulate", Map.of("act", act)));
      return CommandLine.ExitCode.OK;
    } catch (DeskRefusal refusal) {
      spec.commandLine().getErr().println(refusal.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
  }
}
