package org.yizhan.edge;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.yizhan.edge.journal.JournalView;
import org.yizhan.edge.journal.RecentFact;
import org.yizhan.edge.panel.AgentLine;
import org.yizhan.edge.panel.AnswerJson;
import org.yizhan.edge.panel.DeskRefusal;
import org.yizhan.edge.panel.StatusText;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code station journal}: the newest facts on the card, by the running agent or, when none runs,
 * straight from the file.
 */
@Command(
    name = "journal",
    mixinStandardHelpOptions = true,
    description = "Show the newest facts of the station's journal.")
final class JournalCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "The data folder.")
  private Path data;

  @Option(
      names = "--last",
      paramLabel = "N",
      description = "How many facts, 1 to 1000. Default: ${DEFAULT-VALUE}.")
  private int last = 20;

  @Option(names = "--json", description = "Answer in one line of JSON.")
  private boolean json;

  @Override
  public Integer call() {
    if (last < 1 || last > RecentFact.FACTS_MAX) {
      throw new ParameterException(
          spec.commandLine(), "--last lies between 1 and " + RecentFact.FACTS_MAX + ".");
    }
    PrintWriter out = spec.commandLine().getOut();
    try {
      Optional<String> answer = AgentLine.ask(data, AnswerJson.request("journal", values()));
      if (answer.isEmpty()) {
        List<RecentFact> facts = JournalView.last(data.resolve("journal"), last);
        out.print(json ? AnswerJson.facts(facts) + '\n' : StatusText.of(facts));
      } else if (json) {
        out.println(Asking.sound(answer.get()));
      } else {
        out.print(Asking.flat(answer.get()).text("text"));
      }
      out.flush();
      return CommandLine.ExitCode.OK;
    } catch (DeskRefusal | JournalView.Unseen refusal) {
      spec.commandLine().getErr().println(refusal.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  private Map<String, String> values() {
    return Map.of("last", Integer.toString(last), "asText", Boolean.toString(!json));
  }
}
