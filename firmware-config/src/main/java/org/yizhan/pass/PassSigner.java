package org.yizhan.pass;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Issues passes with one Ed25519 key. Held by the hub only; never printed, never logged. */
public final class PassSigner {
  private static final int RANDOM_BYTES = 16;
  private static final int KEY_BITS = 255;

  private final IssuerKey key;
  private final PrivateKey privateKey;

  private PassSigner(IssuerKey key, PrivateKey privateKey) {
    this.key = key;
    this.privateKey = privateKey;
  }

  /** A new key for this issuer. */
  public static PassSigner generate(String issuer, SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(Ed25519.ALGORITHM);
      generator.initialize(KEY_BITS, random);
      KeyPair pair = generator.generateKeyPair();
      String publicKey = HexFormat.of().formatHex(Ed25519.bare(pair.getPublic()));
      return new PassSigner(new IssuerKey(issuer, publicKey), pair.getPrivate());
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("this Java has no " + Ed25519.ALGORITHM, missing);
    }
  }

  /**
   * A key that was kept.
   *
   * @param pkcs8 the private key as {@link #pkcs8()} gave it
   * @throws IllegalArgumentException when it is no Ed25519 key, or not the one of this public key
   */
  public static PassSigner of(IssuerKey key, byte[] pkcs8) {
    PassSigner signer = new PassSigner(key, Ed25519.privateKey(pkcs8));
    byte[] probe = "probe".getBytes(StandardCharsets.US_ASCII);
    if (!Ed25519.verify(key.publicKey(), probe, Ed25519.sign(signer.privateKey, probe))) {
      throw new IllegalArgumentException(
          "the private key of issuer " + key.issuer() + " does not belong to its public key");
    }
    return signer;
  }

  /** What stations must be told to believe this signer. */
  public IssuerKey key() {
    return key;
  }

  /** The private key in PKCS #8 DER (RFC 8410 section 7): keep it secret. */
  public byte[] pkcs8() {
    byte[] encoded = privateKey.getEncoded();
    return Arrays.copyOf(encoded, encoded.length);
  }

  /** A pass id nobody has had. */
  public static PassId newPassId(SecureRandom random) {
    return new PassId(randomHex(random));
  }

  /** A holder nobody has been. */
  public static PassSubject newSubject(SecureRandom random) {
    return new PassSubject(randomHex(random));
  }

  private static String randomHex(SecureRandom random) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /**
   * The text of this pass, to be drawn as a QR code: about 250 characters of its alphanumeric mode.
   *
   * @throws IllegalArgumentException when the pass names another issuer
   */
  public String sign(Pass pass) {
    return sign(pass, Optional.empty());
  }

  String sign(Pass pass, Optional<CborItem> holderKey) {
    if (!pass.issuer().equals(key.issuer())) {
      throw new IllegalArgumentException(
          "issuer " + key.issuer() + " cannot sign a pass of " + pass.issuer());
    }
    byte[] protectedHeader = PassCodec.protectedHeader(key.keyId());
    byte[] claims = PassCodec.claims(pass, holderKey);
    byte[] signature = Ed25519.sign(privateKey, CoseSign1.toBeSigned(protectedHeader, claims));
    return PassCodec.text(
        new CoseSign1(protectedHeader, new CborItem.Members(List.of()), claims, signature));
  }

  @Override
  public String toString() {
    return "signer of issuer " + key.issuer();
  }
}
