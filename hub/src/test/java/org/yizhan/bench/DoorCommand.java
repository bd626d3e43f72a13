package org.yizhan.bench;

import java.util.concurrent.Callable;
import org.yizhan.hub.demo.Programs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench door}. */
@Command(
    name = "door",
    mixinStandardHelpOptions = true,
    description = "扫码到开锁，存储卡很慢时 / from a scan to the open lock, on a slow card")
final class DoorCommand implements Callable<Integer> {
  @Mixin private Bench.Output output;

  @Option(
      names = "--scans",
      paramLabel = "N",
      defaultValue = "2000",
      description =
          "扫码次数，每秒约四次 / how many scans, some four a second, 100 to 20000 (${DEFAULT-VALUE})")
  private int scans;

  @Override
  public Integer call() {
    if (scans < 100 || scans > 20_000) {
      throw new BenchException("--scans 100–20000");
    }
    return output.measure(new DoorBench(Programs.ofLauncher(), scans)::run);
  }
}
