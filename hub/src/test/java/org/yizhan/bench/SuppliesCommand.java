package org.yizhan.bench;

import java.util.concurrent.Callable;
import org.yizhan.hub.demo.Programs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bench supplies}. */
@Command(
    name = "supplies",
    mixinStandardHelpOptions = true,
    description =
        "1000 个驿站 × 30 种物资、一年的出入：物资页的用时 / the supplies page of 1,000 stations × 30 items with"
            + " a year of movements")
final class SuppliesCommand implements Callable<Integer> {
  @Mixin private Bench.Output output;

  @Override
  public Integer call() {
    return output.measure(new SuppliesBench(Programs.ofLauncher())::run);
  }
}
