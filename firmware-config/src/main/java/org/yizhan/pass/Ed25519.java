package org.yizhan.pass;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Ed25519 (RFC 8032) by the JDK, with keys in their bare forms. */
final class Ed25519 {
  static final String ALGORITHM = "Ed25519";
  static final int PUBLIC_KEY_BYTES = 32;
  static final int SIGNATURE_BYTES = 64;

  /** What stands before the 32 bytes in a SubjectPublicKeyInfo (RFC 8410 section 4). */
  private static final byte[] PUBLIC_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

  private Ed25519() {}

  static byte[] sign(PrivateKey key, byte[] message) {
    try {
      Signature signing = Signature.getInstance(ALGORITHM);
      signing.initSign(key);
      signing.update(message);
      return signing.sign();
    } catch (GeneralSecurityException wrong) {
      throw new IllegalStateException("this Java cannot sign with " + ALGORITHM, wrong);
    }
  }

  /** False for a wrong signature, and for a key or signature that is none. */
  static boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
    try {
      Signature checking = Signature.getInstance(ALGORITHM);
      checking.initVerify(publicKey(publicKey));
      checking.update(message);
      return checking.verify(signature);
    } catch (InvalidKeyException | InvalidKeySpecException | SignatureException wrong) {
      return false;
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, missing);
    }
  }

  private static PublicKey publicKey(byte[] bare)
      throws InvalidKeySpecException, NoSuchAlgorithmException {
    byte[] encoded = Arrays.copyOf(PUBLIC_HEAD, PUBLIC_HEAD.length + bare.length);
    System.arraycopy(bare, 0, encoded, PUBLIC_HEAD.length, bare.length);
    return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
  }

  /** The 32 bytes of RFC 8032 section 5.1.5. */
  static byte[] bare(PublicKey key) {
    byte[] encoded = key.getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - PUBLIC_KEY_BYTES, encoded.length);
  }

  /** Reads a private key in PKCS #8 (RFC 8410 section 7). */
  static PrivateKey privateKey(byte[] pkcs8) {
    try {
      return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    } catch (InvalidKeySpecException wrong) {
      throw new IllegalArgumentException("not an Ed25519 private key in PKCS #8", wrong);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, missing);
    }
  }
}
