package org.yizhan.edge;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.yizhan.edge.panel.DeskRefusal;
import org.yizhan.edge.panel.Request;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code station scan}: shows a code to the simulated scanner of a running agent. */
@Command(
    name = "scan",
    mixinStandardHelpOptions = true,
    description = "Show a code to the simulated scanner of a running agent.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:admitted", "1:could not be asked", "3:refused"})
final class ScanCommand implements Callable<Integer> {
  static final int REFUSED = 3;

  @Spec private CommandSpec spec;

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "The data folder.")
  private Path data;

  @Option(names = "--json", description = "Answer in one line of JSON.")
  private boolean json;

  @Option(
      names = "--stay-outside",
      description = "The simulated person, once admitted, does not go in.")
  private boolean stayOutside;

  @Parameters(paramLabel = "TEXT", description = "The code's text, such as YZ1:…")
  private String text;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try {
      String answer =
          Asking.ask(data, "scan", Map.of("text", text, "walkIn", Boolean.toString(!stayOutside)));
      Request decision = Asking.flat(answer);
      boolean admitted = decision.text("decision").equals("admitted");
      if (json) {
        out.println(answer);
      } else {
        out.printf(
            "%s%s, decided in %s µs%n",
            decision.text("decision"),
            admitted ? "" : " (" + decision.text("reason") + ")",
            decision.text("micros"));
      }
      return admitted ? CommandLine.ExitCode.OK : REFUSED;
    } catch (DeskRefusal refusal) {
      spec.commandLine().getErr().println(refusal.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
  }
}
