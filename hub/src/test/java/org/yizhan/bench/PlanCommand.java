package org.yizhan.bench;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bench plan}. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = "500 个驿站的补给路线：用时与路程 / the rounds of 500 stations: time and distance")
final class PlanCommand implements Callable<Integer> {
  @Mixin private Bench.Output output;

  @Override
  public Integer call() {
    return output.print(new PlanBench().run());
  }
}
