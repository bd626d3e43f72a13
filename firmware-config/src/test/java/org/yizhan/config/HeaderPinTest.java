package org.yizhan.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderPinTest {

  @ParameterizedTest
  @CsvSource({
    "2,3", "3,5", "4,7", "14,8", "15,10", "17,11", "18,12", "27,13", "10,19", "26,37", "21,40"
  })
  void lines_are_where_the_documentation_puts_them(int line, int pin) {
    assertThat(HeaderPin.ofLine(line).number()).isEqualTo(pin);
  }

  @Test
  void every_pin_is_a_line_a_ground_or_a_supply() {
    List<Integer> lines =
        IntStream.rangeClosed(0, 27).mapToObj(HeaderPin::ofLine).map(HeaderPin::number).toList();
    List<Integer> grounds =
        lines.stream().map(pin -> new HeaderPin(pin).nearestGround().number()).toList();

    assertThat(lines).doesNotHaveDuplicates().hasSize(28).doesNotContain(1, 2, 4, 17);
    assertThat(lines).doesNotContainAnyElementsOf(grounds);
    assertThat(grounds).isSubsetOf(6, 9, 14, 20, 25, 30, 34, 39);
  }
}
