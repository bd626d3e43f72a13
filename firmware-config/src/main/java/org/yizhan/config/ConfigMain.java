package org.yizhan.config;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * {@code config check|wiring|bundle|schema}: what a technician does with a profile before it goes
 * to a station. Exit code 0 when all is well, 1 when a file is not, 2 when the command is not.
 */
@Command(
    name = "config",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      CheckCommand.class,
      WiringCommand.class,
      BundleCommand.class,
      SchemaCommand.class
    })
public final class ConfigMain implements Runnable {
  /** The file is not as it should be. */
  static final int WRONG_FILE = 1;

  @Spec private CommandSpec spec;

  @Option(
      names = "--lang",
      paramLabel = "zh|en",
      descriptionKey = "option.lang",
      scope = ScopeType.INHERIT)
  void language(String code) {
    if (!code.equals("zh") && !code.equals("en")) {
      throw new ParameterException(spec.commandLine(), "--lang: zh | en");
    }
  }

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      descriptionKey = "option.help",
      scope = ScopeType.INHERIT)
  @SuppressWarnings("UnusedVariable") // picocli asks for it by reflection
  private boolean help;

  private ConfigMain() {}

  /** Without a command there is nothing to do: show the commands. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), words(spec).of("error.no-command"));
  }

  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = run(List.of(arguments), System.getenv(), out, err);
    out.flush();
    err.flush();
    System.exit(code);
  }

  static int run(
      List<String> arguments, Map<String, String> environment, PrintWriter out, PrintWriter err) {
    Words words = Words.choose(arguments, environment);
    CommandLine line = new CommandLine(new ConfigMain());
    line.setResourceBundle(words.bundle);
    line.setOut(out);
    line.setErr(err);
    line.setParameterExceptionHandler(
        (wrong, args) -> {
          String command = wrong.getCommandLine().getCommandSpec().qualifiedName(" ");
          err.println(wrong.getMessage());
          err.println(words.of("error.see-help", command));
          return CommandLine.ExitCode.USAGE;
        });
    return line.execute(arguments.toArray(String[]::new));
  }

  /** The language that was chosen for this run. */
  static Words words(CommandSpec spec) {
    return Words.ZH.bundle.equals(spec.resourceBundle()) ? Words.ZH : Words.EN;
  }
}
