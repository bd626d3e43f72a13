package org.yizhan.hub.command;

import java.io.PrintWriter;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;
import org.yizhan.config.ProblemWords;
import org.yizhan.hub.identity.IdentityException;
import org.yizhan.hub.identity.StationRegister;
import org.yizhan.hub.store.StoreException;
import org.yizhan.hub.web.HubWebException;
import org.yizhan.pass.PassId;
import org.yizhan.speech.SentenceBook;
import org.yizhan.station.StationId;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The tree of commands. Help is in the language of the system, Chinese or English. Whatever goes
 * wrong ends in one message on the error stream and an exit code: 2 for a wrong command line, 1 for
 * anything else.
 */
public final class HubCommandLine {
  private HubCommandLine() {}

  /** {@code hub station …}. */
  @Command(
      name = "station",
      subcommands = {
        StationAdd.class,
        StationList.class,
        StationReplace.class,
        StationChange.Profile.class,
        StationChange.Adopt.class,
        StationChange.Retire.class
      })
  static final class StationCommands {}

  /** {@code hub pass …}. */
  @Command(
      name = "pass",
      subcommands = {PassIssue.class, PassRevoke.class})
  static final class PassCommands {}

  /** {@code hub account …}. */
  @Command(
      name = "account",
      subcommands = {
        AccountCommands.Add.class,
        AccountCommands.Reset.class,
        AccountCommands.Listing.class,
        AccountCommands.Token.class
      })
  static final class AccountGroup {}

  /** {@code hub volunteer …}. */
  @Command(
      name = "volunteer",
      subcommands = {
        VolunteerCommands.Invite.class,
        VolunteerCommands.Listing.class,
        VolunteerCommands.Remove.class
      })
  static final class VolunteerGroup {}

  /** {@code hub channel …}. */
  @Command(
      name = "channel",
      subcommands = {
        ChannelAdd.class,
        ChannelList.class,
        ChannelChange.Remove.class,
        ChannelChange.Test.class,
        ChannelChange.Mute.class,
        MailServerSet.class,
        ChannelMatters.Listing.class,
        ChannelMatters.Handled.class
      })
  static final class ChannelGroup {}

  /** What the commands say, in Chinese. */
  public static UnaryOperator<String> chinese() {
    return SentenceBook.beside(HubCommandLine.class, "sentences_zh.txt")
            .and(SentenceBook.beside(SentenceBook.class, "commands_zh.txt"))
            .and(ProblemWords.book())
        ::inChinese;
  }

  /** Runs one command line to its end and gives its exit code. */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine line = new CommandLine(new RunCommand());
    line.addSubcommand(new StationCommands());
    line.addSubcommand(new PassCommands());
    line.addSubcommand(new AccountGroup());
    line.addSubcommand(new VolunteerGroup());
    line.addSubcommand(new ChannelGroup());
    line.addSubcommand(new LabelsCommand());
    line.addSubcommand(new UnlockDoor());
    line.addSubcommand(new BackupCommand());
    line.addSubcommand(new RestoreCommand());
    line.addSubcommand(new RefoldCommand());
    line.addSubcommand(new SettingsCommand());
    line.setResourceBundle(ResourceBundle.getBundle("org.yizhan.hub.command.Texts"));
    line.registerConverter(StationId.class, StationId::new);
    line.registerConverter(PassId.class, PassId::new);
    line.setOut(out);
    line.setErr(err);
    line.setExecutionExceptionHandler(HubCommandLine::explain);
    line.setParameterExceptionHandler(HubCommandLine::explainUsage);
    withHelp(line);
    return line.execute(arguments);
  }

  /** Every command knows {@code --help}; a group without a command below it shows its own. */
  private static void withHelp(CommandLine line) {
    line.addMixin("help", new HelpOption());
    line.getSubcommands().values().forEach(HubCommandLine::withHelp);
  }

  /** {@code --help}. */
  static final class HelpOption {
    @CommandLine.Option(
        names = {"-h", "--help"},
        usageHelp = true,
        descriptionKey = "help")
    private boolean asked;

    boolean asked() {
      return asked;
    }
  }

  private static int explainUsage(CommandLine.ParameterException wrong, String[] arguments) {
    CommandLine line = wrong.getCommandLine();
    line.getErr().println("hub: " + wrong.getMessage());
    line.getErr().println("  " + line.getCommandSpec().qualifiedName(" ") + " --help");
    line.getErr().flush();
    return CommandLine.ExitCode.USAGE;
  }

  private static int explain(
      Exception failure, CommandLine line, CommandLine.ParseResult arguments) {
    boolean expected =
        failure instanceof CommandException
            || failure instanceof IdentityException
            || failure instanceof StationRegister.NotPossible
            || failure instanceof StoreException
            || failure instanceof HubWebException;
    line.getErr()
        .println("hub: " + (expected ? failure.getMessage() : "a fault in the hub: " + failure));
    if (!expected) {
      failure.printStackTrace(line.getErr());
    }
    line.getErr().flush();
    return CommandLine.ExitCode.SOFTWARE;
  }
}
