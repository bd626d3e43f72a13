package org.yizhan.pass;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.List;

/** Whatever is held up at the door, only the one pass that was issued opens it. */
public final class PassFuzz {
  private static final String ISSUED = PassSamples.SIGNER.sign(PassSamples.PASS);

  private PassFuzz() {}

  /** Called by Jazzer first: loads and instruments every class before any input is timed. */
  public static void fuzzerInitialize() {
    seeds().forEach(PassFuzz::fuzzerTestOneInput);
  }

  /** Called by Jazzer; the first byte says whether the rest is a text or a message to encode. */
  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length == 0) {
      return;
    }
    byte[] rest = Arrays.copyOfRange(data, 1, data.length);
    String text =
        data[0] % 2 == 0 ? new String(rest, ISO_8859_1) : PassCodec.PREFIX + Base45.encode(rest);
    PassVerdict verdict =
        PassVerifier.judge(text, PassSamples.TRUSTED, PassSamples.NOW, data[0] > 0);
    if (!(verdict instanceof PassVerdict.Rejected) && !text.equals(ISSUED)) {
      throw new AssertionError(text + " is " + verdict);
    }
  }

  /** Where Jazzer starts. */
  public static List<byte[]> seeds() {
    byte[] message = Base45.decode(ISSUED.substring(PassCodec.PREFIX.length()));
    return List.of(prefixed(2, ISSUED.getBytes(ISO_8859_1)), prefixed(1, message));
  }

  private static byte[] prefixed(int first, byte[] rest) {
    byte[] seed = new byte[rest.length + 1];
    seed[0] = (byte) first;
    System.arraycopy(rest, 0, seed, 1, rest.length);
    return seed;
  }
}
