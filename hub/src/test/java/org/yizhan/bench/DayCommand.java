package org.yizhan.bench;

import java.util.concurrent.Callable;
import org.yizhan.hub.demo.Programs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bench day}. */
@Command(
    name = "day",
    mixinStandardHelpOptions = true,
    description = "典型一天的流量与写卡量 / a typical day on the wire and on the card")
final class DayCommand implements Callable<Integer> {
  @Mixin private Bench.Output output;

  @Override
  public Integer call() {
    return output.measure(new DayBench(Programs.ofLauncher())::run);
  }
}
