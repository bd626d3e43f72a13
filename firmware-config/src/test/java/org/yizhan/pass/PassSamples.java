package org.yizhan.pass;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** A pass, its issuer and a moment at which it is good. */
final class PassSamples {
  static final Instant ISSUED = Instant.parse("2026-11-23T08:00:00Z");
  static final Instant NOW = ISSUED.plus(Duration.ofDays(3));
  static final Instant EXPIRES = ISSUED.plus(Duration.ofDays(180));

  /** The key of RFC 8032 section 7.1 test 1: everybody knows it, nobody may trust it. */
  static final PassSigner SIGNER =
      PassSigner.of(
          new IssuerKey(
              "binzhou-union", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"),
          pkcs8("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));

  /** The key of test 2, with the same issuer's name. */
  static final PassSigner STRANGER =
      PassSigner.of(
          new IssuerKey(
              "binzhou-union", "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"),
          pkcs8("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));

  static final Pass PASS =
      new Pass(
          new PassId("00112233445566778899aabbccddeeff"),
          new PassSubject("0f1e2d3c4b5a69788796a5b4c3d2e1f0"),
          "binzhou-union",
          ISSUED,
          ISSUED,
          EXPIRES);
  static final TrustedPassState TRUSTED = new TrustedPassState(List.of(SIGNER.key()), Set.of());

  private PassSamples() {}

  private static byte[] pkcs8(String seedHex) {
    return HexFormat.of().parseHex("302e020100300506032b657004220420" + seedHex);
  }
}
