package org.yizhan.edge;

import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;
import org.yizhan.config.ProblemWords;
import org.yizhan.edge.identity.EnrolCommand;
import org.yizhan.speech.SentenceBook;
import org.yizhan.speech.SpeakingWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code station run|enrol|scan|status|journal|simulate}: the agent and what is asked of it. */
@Command(
    name = "station",
    mixinStandardHelpOptions = true,
    version = Agent.VERSION,
    synopsisSubcommandLabel = "COMMAND",
    description = "One rest station: its agent, and questions to a running one.",
    subcommands = {
      RunCommand.class,
      ScanCommand.class,
      StatusCommand.class,
      JournalCommand.class,
      SimulateCommand.class
    })
public final class EdgeMain implements Runnable {
  private static final String LOG_FORMAT = "%1$tF %1$tT %4$s %5$s%6$s%n";

  @Spec private CommandSpec spec;

  private EdgeMain() {}

  /** Without a command there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "A command is missing: run, enrol, scan, status, journal or simulate.");
  }

  /** Runs one command and ends the program with its exit code: 0 when all went well. */
  public static void main(String[] arguments) {
    if (System.getProperty("java.util.logging.SimpleFormatter.format") == null) {
      System.setProperty("java.util.logging.SimpleFormatter.format", LOG_FORMAT);
    }
    System.exit(run(SpeakingWriter.isChinese(System.getenv()), System.out, System.err, arguments));
  }

  /** Runs one command, in Chinese or in English. */
  static int run(boolean chinese, OutputStream out, OutputStream err, String... arguments) {
    CommandLine line = commandLine();
    UnaryOperator<String> speech = UnaryOperator.identity();
    if (chinese) {
      speech =
          SentenceBook.beside(EdgeMain.class, "commands_zh.txt")
                  .and(SentenceBook.beside(SentenceBook.class, "commands_zh.txt"))
                  .and(ProblemWords.book())
              ::inChinese;
      line.setResourceBundle(
          ResourceBundle.getBundle("org.yizhan.edge.Help", Locale.SIMPLIFIED_CHINESE));
    }
    line.setOut(new SpeakingWriter(out, speech));
    line.setErr(new SpeakingWriter(err, speech));
    line.setParameterExceptionHandler(EdgeMain::explainUsage);
    int code = line.execute(arguments);
    line.getOut().flush();
    line.getErr().flush();
    return code;
  }

  private static int explainUsage(ParameterException wrong, String[] arguments) {
    CommandLine line = wrong.getCommandLine();
    line.getErr().println(String.valueOf(wrong.getMessage()));
    line.getErr().println("See ./yizhan " + line.getCommandSpec().qualifiedName(" ") + " --help");
    return CommandLine.ExitCode.USAGE;
  }

  static CommandLine commandLine() {
    return new CommandLine(new EdgeMain())
        .addSubcommand(new EnrolCommand(InstantSource.system()))
        .setCaseInsensitiveEnumValuesAllowed(true);
  }
}
