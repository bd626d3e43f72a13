package org.yizhan.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench forecast}. */
@Command(
    name = "forecast",
    mixinStandardHelpOptions = true,
    description = "物资预测的用时与误差 / forecasts of supplies: time, and error beside the naive forecast's")
final class ForecastCommand implements Callable<Integer> {
  @Mixin private Bench.Output output;

  @Option(
      names = "--demand",
      paramLabel = "FILE",
      description = {
        "另加一份真实需求数据，每行“item,date,units”，首行为标题；可重复",
        "real demand as well: lines item,date,units under a heading; may be repeated"
      })
  private List<Path> files = new ArrayList<>();

  @Override
  public Integer call() {
    return output.print(new ForecastBench().run(files));
  }
}
