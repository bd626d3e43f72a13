package org.yizhan.pass;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Examples the standards publish, byte for byte. */
class PublishedVectorsTest {
  /** PKCS #8 around the 32 bytes of an Ed25519 private key (RFC 8410 section 7). */
  private static final String PKCS8_HEAD = "302e020100300506032b657004220420";

  /** RFC 8392 appendix A.1. */
  private static final String CLAIMS =
      "a70175636f61703a2f2f61732e6578616d706c652e636f6d02656572696b7703"
          + "7818636f61703a2f2f6c696768742e6578616d706c652e636f6d041a5612aeb0"
          + "051a5610d9f0061a5610d9f007420b71";

  /** RFC 8392 appendix A.3: signed with ES256. */
  private static final String SIGNED_CWT =
      "d28443a10126a104524173796d6d657472696345434453413235365850"
          + CLAIMS
          + "58405427c1ff28d23fbad1f29c4c7c6a555e601d6fa29f9179bc3d7438bacaca5acd"
          + "08c8d4d4f96131680c429a01f85951ecee743a52b9b63632c57209120e1c9e30";

  @ParameterizedTest(name = "RFC 8032 section 7.1 test {0}")
  @CsvSource({
    "1,9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
        + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
        + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
        + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    "2,4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
        + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
        + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    "3,c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
        + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,af82,"
        + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
        + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
  })
  void signs_and_verifies_as_rfc_8032_shows(
      int test, String secret, String publicKey, String message, String signature) {
    PrivateKey key = Ed25519.privateKey(bytes(PKCS8_HEAD + secret));

    byte[] signed = Ed25519.sign(key, bytes(message));

    assertThat(hex(signed)).as("test %d", test).isEqualTo(signature);
    assertThat(Ed25519.verify(bytes(publicKey), bytes(message), signed)).isTrue();
    assertThat(Ed25519.verify(bytes(publicKey), bytes(message + "00"), signed)).isFalse();
  }

  /** The COSE working group's example eddsa-sig-01 (RFC 9052, EdDSA by RFC 9053 section 2.2). */
  @Test
  void signs_the_example_of_the_cose_working_group() {
    byte[] content = "This is the content.".getBytes(US_ASCII);
    PrivateKey key =
        Ed25519.privateKey(
            bytes(PKCS8_HEAD + "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
    byte[] protectedHeader =
        Cbor.write(
            new CborItem.Members(
                List.of(
                    CborItem.Member.of(1, new CborItem.Whole(-8)),
                    CborItem.Member.of(3, new CborItem.Whole(0)))));
    CborItem.Members unprotected =
        new CborItem.Members(
            List.of(CborItem.Member.of(4, new CborItem.Octets("11".getBytes(US_ASCII)))));

    byte[] toBeSigned = CoseSign1.toBeSigned(protectedHeader, content);
    CoseSign1 message =
        new CoseSign1(protectedHeader, unprotected, content, Ed25519.sign(key, toBeSigned));

    assertThat(hex(toBeSigned))
        .isEqualTo(
            "846a5369676e61747572653145a2012703004054546869732069732074686520636f6e74656e742e");
    assertThat(hex(message.write()))
        .isEqualTo(
            "d28445a201270300a10442313154546869732069732074686520636f6e74656e742e58407142fd2ff96d"
                + "56db85bee905a76ba1d0b7321a95c8c4d3607c5781932b7afb8711497dfa751bf40b58b3bcc3"
                + "2300b1487f3db34085eef013bf08f4a44d6fef0d");
  }

  @Test
  void reads_and_writes_the_claims_of_rfc_8392() {
    CborItem.Members claims = (CborItem.Members) Cbor.read("claims", bytes(CLAIMS));

    assertThat(claims.find(1)).isEqualTo(new CborItem.Text("coap://as.example.com"));
    assertThat(claims.find(2)).isEqualTo(new CborItem.Text("erikw"));
    assertThat(claims.find(4)).isEqualTo(new CborItem.Whole(1_444_064_944));
    assertThat(claims.find(5)).isEqualTo(new CborItem.Whole(1_443_944_944));
    assertThat(hex(Cbor.write(claims))).isEqualTo(CLAIMS);
  }

  /** Another algorithm, but the same structure: the signature proves what is signed. */
  @Test
  void takes_apart_the_signed_token_of_rfc_8392() throws GeneralSecurityException {
    CoseSign1 message = CoseSign1.read(bytes(SIGNED_CWT));

    Signature es256 = Signature.getInstance("SHA256withECDSAinP1363Format");
    es256.initVerify(keyOfRfc8392());
    es256.update(message.toBeSigned());

    assertThat(es256.verify(message.signature())).isTrue();
    assertThat(hex(message.payload())).isEqualTo(CLAIMS);
    assertThat(hex(message.write())).isEqualTo(SIGNED_CWT);
  }

  /** RFC 8392 appendix A.2.3. */
  private static PublicKey keyOfRfc8392() throws GeneralSecurityException {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec("secp256r1"));
    ECPoint point =
        new ECPoint(
            new BigInteger("143329cce7868e416927599cf65a34f3ce2ffda55a7eca69ed8919a394d42f0f", 16),
            new BigInteger("60f7f1a780d8a783bfb7a2dd6b2796e8128dbbcef9d3d168db9529971a36e7b9", 16));
    return KeyFactory.getInstance("EC")
        .generatePublic(
            new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class)));
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
