package org.yizhan.pass;

import java.util.Arrays;
import java.util.List;

/**
 * A message with one signature, COSE_Sign1 of RFC 9052 section 4.2, with its tag 18.
 *
 * @param protectedHeader the encoded map that is signed along
 * @param unprotected the map that is not
 */
@SuppressWarnings("ArrayRecordComponent") // written and read once, compared never
record CoseSign1(
    byte[] protectedHeader, CborItem.Members unprotected, byte[] payload, byte[] signature) {
  /** Tag 18 in its one shortest encoding, major type 6. */
  private static final byte TAG = (byte) 0xD2;

  /**
   * The bytes a signature is made over: Sig_structure of RFC 9052 section 4.4, no external data.
   */
  static byte[] toBeSigned(byte[] protectedHeader, byte[] payload) {
    return Cbor.write(
        CborItem.Items.of(
            new CborItem.Text("Signature1"),
            new CborItem.Octets(protectedHeader),
            new CborItem.Octets(new byte[0]),
            new CborItem.Octets(payload)));
  }

  byte[] toBeSigned() {
    return toBeSigned(protectedHeader, payload);
  }

  byte[] write() {
    byte[] message =
        Cbor.write(
            CborItem.Items.of(
                new CborItem.Octets(protectedHeader),
                unprotected,
                new CborItem.Octets(payload),
                new CborItem.Octets(signature)));
    byte[] tagged = new byte[message.length + 1];
    tagged[0] = TAG;
    System.arraycopy(message, 0, tagged, 1, message.length);
    return tagged;
  }

  static CoseSign1 read(byte[] tagged) {
    if (tagged.length == 0 || tagged[0] != TAG) {
      throw new MalformedPassException("no COSE_Sign1 message: it begins with tag 18");
    }
    CborItem message = Cbor.read("the message", Arrays.copyOfRange(tagged, 1, tagged.length));
    if (message instanceof CborItem.Items(List<CborItem> parts)
        && parts.size() == 4
        && parts.get(0) instanceof CborItem.Octets(byte[] protectedHeader)
        && parts.get(1) instanceof CborItem.Members unprotected
        && parts.get(2) instanceof CborItem.Octets(byte[] payload)
        && parts.get(3) instanceof CborItem.Octets(byte[] signature)) {
      return new CoseSign1(protectedHeader, unprotected, payload, signature);
    }
    throw new MalformedPassException(
        "a COSE_Sign1 message has a protected and an unprotected header, a payload and a"
            + " signature");
  }
}
