package org.yizhan.bench;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bench codec}. */
@Command(
    name = "codec",
    mixinStandardHelpOptions = true,
    description = "验码与读写信封 / verifying passes, writing and reading envelopes")
final class CodecCommand implements Callable<Integer> {
  @Mixin private Bench.Output output;

  @Override
  public Integer call() {
    return output.print(new CodecBench().run());
  }
}
