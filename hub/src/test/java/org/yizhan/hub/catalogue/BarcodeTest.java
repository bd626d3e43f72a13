package org.yizhan.hub.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BarcodeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "6901234567892", // EAN-13
        "4006381333931",
        "69012341", // EAN-8
        "96385074",
        "036000291452", // UPC-A
        "10614141000415", // GTIN-14, of the GS1 General Specifications
        "00614141000418",
        "04252614", // UPC-E of 042100005264
        "01234565", // UPC-E of 012345000065
      })
  void a_gtin_with_its_check_digit_is_believed_and_with_any_other_it_is_mistyped(String code) {
    assertThat(Barcode.isMistyped(code)).isFalse();
    int right = code.charAt(code.length() - 1) - '0';
    for (int other = 1; other < 10; other++) {
      String wrong = code.substring(0, code.length() - 1) + (right + other) % 10;
      assertThat(Barcode.isMistyped(wrong)).as(wrong).isEqualTo(!isEanEight(wrong));
    }
  }

  /** A short American code with another last figure may be a good EAN-8. */
  private static boolean isEanEight(String code) {
    if (code.length() != 8) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 8; i++) {
      sum += (code.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
    }
    return sum % 10 == 0;
  }

  @ParameterizedTest
  @ValueSource(strings = {"6901234567829", "9601234567892", "6910234567892"})
  void two_figures_that_changed_places_are_noticed(String code) {
    assertThat(Barcode.isMistyped(code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1234567", "123456789", "12345678901", "SKU-12345678", "123456789012345"})
  void what_is_no_gtin_has_no_check_digit(String code) {
    assertThat(Barcode.isMistyped(code)).isFalse();
  }
}
