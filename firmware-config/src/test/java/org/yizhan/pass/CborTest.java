package org.yizhan.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CborTest {
  /** From RFC 8949 appendix A. */
  @ParameterizedTest
  @CsvSource({
    "0,00",
    "23,17",
    "24,1818",
    "100,1864",
    "1000,1903e8",
    "1000000,1a000f4240",
    "1000000000000,1b000000e8d4a51000",
    "-1,20",
    "-10,29",
    "-100,3863",
    "-1000,3903e7"
  })
  void writes_and_reads_the_whole_numbers_of_rfc_8949(long number, String hex) {
    CborItem whole = new CborItem.Whole(number);
    CborItem labelled =
        new CborItem.Members(List.of(new CborItem.Member(whole, new CborItem.Flag(true))));

    assertThat(HexFormat.of().formatHex(Cbor.write(whole))).isEqualTo(hex);
    assertThat(HexFormat.of().formatHex(Cbor.write(labelled))).isEqualTo("a1" + hex + "f5");
    assertThat(read(hex)).isEqualTo(whole);
    assertThat(read("a1" + hex + "f5")).isEqualTo(labelled);
  }

  @Test
  void writes_the_shortest_length_of_every_text() {
    for (int length : new int[] {0, 1, 23, 24, 80, 255, 256, 900}) {
      for (String letter : List.of("a", "站")) {
        String text = letter.repeat(length / (letter.equals("a") ? 1 : 3));
        CborItem item = new CborItem.Text(text);

        byte[] written = Cbor.write(item);

        int bytes = letter.equals("a") ? text.length() : 3 * text.length();
        int head = bytes < 24 ? 1 : bytes < 256 ? 2 : 3;
        assertThat(written).as("%d bytes of text", bytes).hasSize(head + bytes);
        assertThat(Cbor.read("text", written)).isEqualTo(item);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", // nothing
        "9f01ff", // list of indefinite length
        "bf0102ff", // map of indefinite length
        "5f4101ff", // byte string in pieces
        "7f6161ff", // text in pieces
        "1801", // 1, not the shortest
        "190001", // 1, not the shortest
        "1b0000000000000001", // 1, not the shortest
        "580101", // length not the shortest
        "a201020103", // label twice
        "a202010102", // labels out of order
        "a161310a61", // rest missing
        "0101", // bytes after the end
        "c11a5612aeb0", // tagged number
        "c24101", // big number
        "f93c00", // fraction
        "fb3ff0000000000000", // fraction
        "f7", // undefined
        "ff", // end of nothing
        "1bffffffffffffffff", // beyond 64 bits with sign
        "3bffffffffffffffff", // beyond 64 bits with sign
        "a1f501", // label is neither number nor text
        "a1810101", // label is a list
        "8181818181818181818101", // too deep
        "62c328", // not UTF-8
        "61ff", // not UTF-8
        "63eda080", // half a surrogate
        "5bffffffffffffffff", // length beyond everything
        "9b7fffffffffffffff", // list beyond everything
        "1c", // reserved
        "d9d9f701" // self-described
      })
  void refuses_what_is_not_deterministic(String hex) {
    assertThatThrownBy(() -> read(hex)).isInstanceOf(MalformedPassException.class);
  }

  @Test
  void a_text_of_figures_is_no_number() {
    // {"1": 2} would otherwise pass for {1: 2}
    assertThatThrownBy(() -> read("a1613102")).isInstanceOf(MalformedPassException.class);
    assertThat(read("a10102")).isInstanceOf(CborItem.Members.class);
  }

  @Test
  void refuses_more_items_than_a_pass_has() {
    assertThatThrownBy(() -> read("9840" + "00".repeat(64)))
        .isInstanceOf(MalformedPassException.class)
        .hasMessageContaining("more than 64 items");
  }

  private static CborItem read(String hex) {
    return Cbor.read("test", HexFormat.of().parseHex(hex));
  }
}
