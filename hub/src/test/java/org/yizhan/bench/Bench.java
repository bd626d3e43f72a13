package org.yizhan.bench;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.yizhan.hub.demo.DemoException;
import org.yizhan.hub.demo.Programs;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code yizhan bench}: each measurement is a subcommand. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "测量本机上的程序；每个数字一行。请在空闲的机器上运行。",
      "Measures the programs on this computer, a line for each figure. Run it on an idle machine."
    },
    subcommands = {
      Bench.Ingest.class,
      Bench.Batch.class,
      Bench.Hub.class,
      AgentCommand.class,
      DoorCommand.class,
      DrainCommand.class,
      DayCommand.class,
      CodecCommand.class,
      ForecastCommand.class,
      PlanCommand.class,
      RoundCommand.class,
      SuppliesCommand.class
    })
public final class Bench {
  private Bench() {}

  /** Runs one measurement; exit code 0 when it could be made, whatever the figures. */
  public static void main(String[] arguments) {
    CommandLine line = new CommandLine(new Bench());
    line.setOut(new PrintWriter(System.out, true, Charset.defaultCharset()));
    line.setErr(new PrintWriter(System.err, true, Charset.defaultCharset()));
    line.setExecutionExceptionHandler(Bench::explain);
    System.exit(line.execute(arguments));
  }

  private static int explain(
      Exception failure, CommandLine line, CommandLine.ParseResult arguments) {
    boolean expected = failure instanceof BenchException || failure instanceof DemoException;
    line.getErr().println("bench: " + (expected ? failure.getMessage() : failure.toString()));
    if (!expected) {
      failure.printStackTrace(line.getErr());
    }
    line.getErr().flush();
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** What every measurement can be told. */
  static final class Output {
    @Option(names = "--json", description = "每个数字一行 JSON / one line of JSON for each figure")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Measures in a folder of its own, which is gone afterwards, and prints the figures. */
    int measure(Function<Scratch, List<Figure>> measurement) {
      try (Scratch scratch = new Scratch(spec.commandLine().getErr())) {
        return print(measurement.apply(scratch));
      }
    }

    int print(List<Figure> figures) {
      PrintWriter out = spec.commandLine().getOut();
      figures.forEach(figure -> out.println(json ? figure.json() : figure.text()));
      out.flush();
      return CommandLine.ExitCode.OK;
    }
  }

  /** The load on a hub. */
  static final class Load {
    @Option(
        names = "--stations",
        paramLabel = "N",
        defaultValue = "2000",
        description = "连接数 / connections, 1 to 5000 (${DEFAULT-VALUE})")
    private int stations;

    @Option(
        names = "--seconds",
        paramLabel = "S",
        defaultValue = "20",
        description = "测量秒数 / seconds measured, after ten of warming up (${DEFAULT-VALUE})")
    private int seconds;

    List<Figure> run(String name, int factsEach, double factsPerSecondMax, Scratch scratch) {
      if (stations < 1 || stations > 5_000 || seconds < 1 || seconds > 600) {
        throw new BenchException("--stations 1–5000, --seconds 1–600");
      }
      return new IngestBench(
              Programs.ofLauncher(), stations, factsEach, Duration.ofSeconds(seconds))
          .run(name, factsPerSecondMax, scratch);
    }
  }

  /** One fact in every envelope. */
  @Command(
      name = "ingest",
      mixinStandardHelpOptions = true,
      description = "中枢每秒落盘的事实数，每封一条 / facts a hub keeps a second, one in an envelope")
  static final class Ingest implements Callable<Integer> {
    @Mixin private Output output;
    @Mixin private Load load;

    @Override
    public Integer call() {
      return output.measure(scratch -> load.run("ingest", 1, 70_000, scratch));
    }
  }

  /** Fifty facts in every envelope. */
  @Command(
      name = "batch",
      mixinStandardHelpOptions = true,
      description = "同上，每封五十条 / the same with fifty facts in an envelope")
  static final class Batch implements Callable<Integer> {
    @Mixin private Output output;
    @Mixin private Load load;

    @Override
    public Integer call() {
      return output.measure(scratch -> load.run("batch", 50, 400_000, scratch));
    }
  }

  /** Start and rest of a hub. */
  @Command(
      name = "hub",
      mixinStandardHelpOptions = true,
      description = "中枢带 1 GB 历史的启动时间与内存 / a hub with 1 GB of history: start, memory")
  static final class Hub implements Callable<Integer> {
    @Mixin private Output output;

    @Override
    public Integer call() {
      return output.measure(new HubBench(Programs.ofLauncher())::run);
    }
  }
}
