package org.yizhan.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.yizhan.hub.web.PhoneNetwork;
import org.yizhan.hub.web.RoundOnPhone;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench round}. */
@Command(
    name = "round",
    mixinStandardHelpOptions = true,
    description = "志愿者在慢手机慢网络上走完一轮补给 / a volunteer’s round on a slow phone and a slow network")
final class RoundCommand implements Callable<Integer> {
  /** One round trip for TCP, one for TLS 1.3 (RFC 8446, 2). */
  private static final int HANDSHAKES = 2;

  @Mixin private Bench.Output output;

  @Option(
      names = "--rtt",
      paramLabel = "MS",
      defaultValue = "400",
      description = "网络往返毫秒数 / milliseconds of a round trip, 0 to 5000 (${DEFAULT-VALUE})")
  private int rttMs;

  @Option(
      names = "--kbit",
      paramLabel = "K",
      defaultValue = "400",
      description = "每个方向每秒千比特 / kbit/s in each direction, 10 to 100000 (${DEFAULT-VALUE})")
  private int kbit;

  @Option(
      names = "--cpu",
      paramLabel = "N",
      defaultValue = "4",
      description = "处理器慢几倍 / times slower a processor, 1 to 20 (${DEFAULT-VALUE})")
  private int slower;

  @Override
  public Integer call() {
    if (rttMs < 0 || rttMs > 5_000 || kbit < 10 || kbit > 100_000 || slower < 1 || slower > 20) {
      throw new BenchException("--rtt 0–5000, --kbit 10–100000, --cpu 1–20");
    }
    PhoneNetwork.Speed speed =
        new PhoneNetwork.Speed(Duration.ofMillis(rttMs), 1_000L * kbit, HANDSHAKES);
    return output.measure(scratch -> measure(scratch, speed));
  }

  private List<Figure> measure(Scratch scratch, PhoneNetwork.Speed speed) {
    scratch.say(
        "Chromium at 390 × 844, processor "
            + slower
            + " times slower, "
            + rttMs
            + " ms round trip, "
            + kbit
            + " kbit/s");
    RoundOnPhone.Measured online = RoundOnPhone.online(scratch.folder(), speed, slower);
    scratch.say("the same begun without a network, the browser closed, sent later");
    RoundOnPhone.Offline offline = RoundOnPhone.offline(scratch.folder(), speed, slower);
    return List.of(
        Figure.of("round-seconds", online.seconds(), "s"),
        Figure.of("round-first-sight-seconds", online.firstSightSeconds(), "s"),
        Figure.of("round-proof-seconds", online.proofSeconds(), "s"),
        Figure.of("round-taps", online.taps(), "taps"),
        Figure.of("round-offline-seconds-to-done", offline.secondsToDone(), "s"),
        Figure.of("round-offline-kept-once", offline.keptOnce() ? 1 : 0, "bool"));
  }
}
