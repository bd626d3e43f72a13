package org.yizhan.edge.hardware.serial;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Whatever a scanner's line says, in whatever pieces, the same bounded, clean codes come of it. */
public final class ScanFramingFuzz {
  private static final long A_MOMENT_NANOS = 1_000_000;
  private static final long QUIET_NANOS = (ScanFraming.QUIET_MS + 1) * 1_000_000L;

  private ScanFramingFuzz() {}

  /** Called by Jazzer first: loads and instruments every class before any input is timed. */
  public static void fuzzerInitialize() {
    seeds().forEach(ScanFramingFuzz::fuzzerTestOneInput);
  }

  /** Called by Jazzer; the first byte says how long the pieces are. */
  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length == 0) {
      return;
    }
    byte[] said = Arrays.copyOfRange(data, 1, data.length);
    List<String> whole = codes(said, said.length + 1);
    List<String> pieces = codes(said, 1 + (data[0] & 0x3F));
    if (!whole.equals(pieces)) {
      throw new AssertionError(whole + " in one piece, " + pieces + " in several");
    }
    for (String code : whole) {
      if (code.isEmpty()
          || code.length() > ScanFraming.BYTES_MAX
          || code.chars().anyMatch(Character::isISOControl)) {
        throw new AssertionError("not a code a station may judge: " + code);
      }
    }
  }

  private static List<String> codes(byte[] said, int pieceBytes) {
    List<String> codes = new ArrayList<>();
    ScanFraming framing = new ScanFraming();
    long nanos = 0;
    for (int from = 0; from < said.length; from += pieceBytes) {
      byte[] piece = Arrays.copyOfRange(said, from, Math.min(said.length, from + pieceBytes));
      nanos += A_MOMENT_NANOS;
      framing.accept(piece, piece.length, nanos, codes::add);
      if (framing.pending() > ScanFraming.BYTES_MAX) {
        throw new AssertionError("more is held than one code may have");
      }
    }
    framing.endIfQuiet(nanos + QUIET_NANOS, codes::add);
    if (framing.pending() != 0) {
      throw new AssertionError("silence ended no code");
    }
    return codes;
  }

  /** Where Jazzer starts. */
  public static List<byte[]> seeds() {
    return List.of(
        "\u0003YZ1:RRQT 9P60GO0K%79952D1\r\nnonsense\n\u0000\u0007\u00e9\r".getBytes(ISO_8859_1),
        ("\u0010" + "A".repeat(ScanFraming.BYTES_MAX + 1) + "\rB").getBytes(ISO_8859_1));
  }
}
