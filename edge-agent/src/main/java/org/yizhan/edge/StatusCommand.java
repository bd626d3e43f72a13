package org.yizhan.edge;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.yizhan.edge.panel.DeskRefusal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code station status}: what a running agent knows of its station. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Show what a running agent knows of its station.")
final class StatusCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "The data folder.")
  private Path data;

  @Option(names = "--json", description = "Answer in one line of JSON.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try {
      if (json) {
        out.println(Asking.sound(Asking.ask(data, "status", Map.of())));
      } else {
        String text =
            Asking.flat(Asking.ask(data, "status", Map.of("asText", "true"))).text("text");
        out.println(text.stripTrailing());
      }
      return CommandLine.ExitCode.OK;
    } catch (DeskRefusal refusal) {
      spec.commandLine().getErr().println(refusal.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
  }
}
