package org.yizhan.bench;

import java.util.concurrent.Callable;
import org.yizhan.hub.demo.Programs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench drain}. */
@Command(
    name = "drain",
    mixinStandardHelpOptions = true,
    description = "离线一周后补传 / a week offline is brought to the hub")
final class DrainCommand implements Callable<Integer> {
  @Mixin private Bench.Output output;

  @Option(
      names = "--facts",
      paramLabel = "N",
      defaultValue = "10000",
      description = "多少条事实 / how many facts, 1 to 10000 (${DEFAULT-VALUE})")
  private int facts;

  @Override
  public Integer call() {
    if (facts < 1 || facts > 10_000) {
      throw new BenchException("--facts 1–10000");
    }
    return output.measure(new DrainBench(Programs.ofLauncher(), facts)::run);
  }
}
