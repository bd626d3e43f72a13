package org.yizhan.bench;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.yizhan.hub.demo.Programs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench agent}. */
@Command(
    name = "agent",
    mixinStandardHelpOptions = true,
    description = "驿站程序：启动到能开门，空闲时的内存与处理器 / the agent: start, memory, idle")
final class AgentCommand implements Callable<Integer> {
  @Mixin private Bench.Output output;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "60",
      description = "空闲多少秒 / how many seconds it idles, 5 to 3600 (${DEFAULT-VALUE})")
  private int seconds;

  @Override
  public Integer call() {
    if (seconds < 5 || seconds > 3_600) {
      throw new BenchException("--seconds 5–3600");
    }
    return output.measure(new AgentBench(Programs.ofLauncher(), Duration.ofSeconds(seconds))::run);
  }
}
