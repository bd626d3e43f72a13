package org.yizhan.edge.identity;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.yizhan.station.StationId;

/**
 * The device's EC P-256 key and the PKCS#10 request (RFC 2986) signed with it. Bouncy Castle is
 * loaded here alone, so that an enrolled station runs without it.
 */
final class SigningRequest {
  private static final String CURVE = "P-256";

  private SigningRequest() {}

  static PrivateKey drawKey() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair().getPrivate();
  }

  /** DER of a request that names the station and nothing else. */
  static byte[] der(StationId station, PrivateKey key)
      throws GeneralSecurityException, IOException {
    try {
      var subject = new X500Principal("CN=" + station.value());
      return new JcaPKCS10CertificationRequestBuilder(subject, publicKeyOf(key))
          .build(new JcaContentSignerBuilder("SHA256withECDSA").build(key))
          .getEncoded();
    } catch (OperatorCreationException failure) {
      throw new GeneralSecurityException("the request cannot be signed", failure);
    }
  }

  /** The public point of a private key that was kept without it. */
  static PublicKey publicKeyOf(PrivateKey key) throws GeneralSecurityException {
    if (!(key instanceof ECPrivateKey ec)
        || ec.getParams().getCurve().getField().getFieldSize() != 256) {
      throw new GeneralSecurityException("the device's key is not an EC P-256 key");
    }
    X9ECParameters curve = ECNamedCurveTable.getByName(CURVE);
    BigInteger secret = ec.getS();
    org.bouncycastle.math.ec.ECPoint point = curve.getG().multiply(secret).normalize();
    var affine =
        new ECPoint(point.getAffineXCoord().toBigInteger(), point.getAffineYCoord().toBigInteger());
    return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(affine, ec.getParams()));
  }
}
