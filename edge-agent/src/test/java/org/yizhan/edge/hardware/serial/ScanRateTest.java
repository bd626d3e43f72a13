package org.yizhan.edge.hardware.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanRateTest {
  private static final long SECOND = 1_000_000_000;

  private final ScanRate rate = new ScanRate();

  @ParameterizedTest
  @ValueSource(longs = {0, Long.MAX_VALUE - SECOND, Long.MIN_VALUE, -5})
  void lets_a_burst_through_and_then_a_steady_few(long start) {
    long burst = LongStream.range(0, 100).filter(_ -> rate.allows(start)).count();
    long nextTenSeconds =
        LongStream.range(1, 1_001).filter(i -> rate.allows(start + i * SECOND / 100)).count();

    assertThat(burst).isEqualTo(ScanRate.BURST);
    assertThat(nextTenSeconds).isBetween(49L, 51L);
  }

  @Test
  void is_as_before_after_a_pause() {
    LongStream.range(0, 100).forEach(_ -> rate.allows(0));

    long burst = LongStream.range(0, 100).filter(_ -> rate.allows(60 * SECOND)).count();

    assertThat(burst).isEqualTo(ScanRate.BURST);
  }
}
