package org.yizhan.edge.hardware.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScanFramingTest {
  private static final long MS = 1_000_000;

  private final ScanFraming framing = new ScanFraming();
  private final List<String> codes = new ArrayList<>();
  private long now;

  @ParameterizedTest
  @ValueSource(strings = {"\r", "\n", "\r\n", "\n\r", "\r\r\n\n"})
  void ends_a_code_with_any_mix_of_cr_and_lf(String terminator) {
    receive("YZ1:ABC" + terminator + "YZ1:DEF" + terminator);

    assertThat(codes).containsExactly("YZ1:ABC", "YZ1:DEF");
  }

  @Test
  void waits_for_the_end_of_a_code() {
    receive("YZ1:ABC");
    now += (ScanFraming.QUIET_MS - 1) * MS;
    framing.endIfQuiet(now, codes::add);

    assertThat(codes).isEmpty();
    assertThat(framing.pending()).isEqualTo(7);
  }

  @Test
  void ends_a_code_without_terminator_by_silence() {
    receive("YZ1:ABC");
    now += ScanFraming.QUIET_MS * MS;
    framing.endIfQuiet(now, codes::add);

    assertThat(codes).containsExactly("YZ1:ABC");
    assertThat(framing.pending()).isZero();
  }

  @Test
  void noise_before_a_pause_does_not_spoil_the_next_code() {
    receive("\u0007x");
    now += ScanFraming.QUIET_MS * MS;
    receive("YZ1:ABC\r");

    assertThat(codes).containsExactly("\uFFFDx", "YZ1:ABC");
  }

  @ParameterizedTest
  @CsvSource({"1023,1", "1024,1", "1025,0", "5000,0"})
  void drops_a_code_that_is_too_long_to_its_end(int length, int kept) {
    receive("A".repeat(length) + "\rYZ1:ABC\r");

    assertThat(codes).hasSize(kept + 1).last().isEqualTo("YZ1:ABC");
  }

  @Test
  void an_endless_code_is_given_up_after_silence() {
    receive("A".repeat(100_000));
    now += ScanFraming.QUIET_MS * MS;
    receive("YZ1:ABC\r");

    assertThat(codes).containsExactly("YZ1:ABC");
  }

  @Test
  void leaves_out_nul_bytes() {
    receive("\0YZ1:\0ABC\0\r\0");

    assertThat(codes).containsExactly("YZ1:ABC");
    assertThat(framing.pending()).isZero();
  }

  @Test
  void keeps_other_scripts_and_marks_what_is_no_text() {
    receive("驿站\r");
    framing.accept(new byte[] {(byte) 0xC3, 0x28, 0x1B, '\r'}, 4, now, codes::add);

    assertThat(codes).containsExactly("驿站", "\uFFFD(\uFFFD");
  }

  @Test
  void finds_every_code_however_the_bytes_are_cut() {
    for (long seed = 0; seed < 2_000; seed++) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      List<String> shown = new ArrayList<>();
      StringBuilder stream = new StringBuilder();
      for (int i = random.nextInt(1, 8); i > 0; i--) {
        String code = code(random);
        stream.append(code).append(List.of("\r", "\n", "\r\n").get(random.nextInt(3)));
        shown.add(code);
      }

      codes.clear();
      receiveInPieces(stream.toString().getBytes(StandardCharsets.UTF_8), random);

      assertThat(codes).as("seed %d", seed).isEqualTo(shown);
    }
  }

  @Test
  void never_says_a_code_that_is_empty_or_too_long_whatever_comes() {
    for (long seed = 0; seed < 500; seed++) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      byte[] garbage = new byte[random.nextInt(10_000)];
      random.nextBytes(garbage);
      if (random.nextBoolean()) {
        for (int i = 0; i < garbage.length; i++) {
          garbage[i] = garbage[i] == '\r' || garbage[i] == '\n' ? (byte) 'x' : garbage[i];
        }
      }

      codes.clear();
      receiveInPieces(garbage, random);

      assertThat(codes)
          .as("seed %d", seed)
          .allSatisfy(
              code -> {
                assertThat(code.length()).isBetween(1, ScanFraming.BYTES_MAX);
                assertThat(code.chars()).noneMatch(Character::isISOControl);
              });
      assertThat(framing.pending()).isLessThanOrEqualTo(ScanFraming.BYTES_MAX);
    }
  }

  private void receive(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    framing.accept(bytes, bytes.length, now, codes::add);
  }

  private void receiveInPieces(byte[] bytes, RandomGenerator random) {
    int from = 0;
    while (from < bytes.length) {
      int to = Math.min(bytes.length, from + random.nextInt(1, 64));
      byte[] piece = Arrays.copyOfRange(bytes, from, to);
      framing.accept(piece, piece.length, now, codes::add);
      now += random.nextInt(ScanFraming.QUIET_MS) * MS;
      from = to;
    }
  }

  private static String code(RandomGenerator random) {
    int length = random.nextInt(1, 600);
    StringBuilder code = new StringBuilder("YZ1:");
    for (int i = 0; i < length; i++) {
      code.append((char) random.nextInt(0x20, 0x7F));
    }
    return code.toString();
  }
}
