package org.yizhan.pass;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The text of a pass and back: {@code YZ1:} and the Base45 of a COSE_Sign1 message whose payload is
 * a CBOR Web Token. Claims (RFC 8392 section 3.1): iss 1 text, sub 2 base64url text of 16 bytes,
 * exp 4, nbf 5, iat 6 whole seconds, cti 7 with 16 bytes, and for a pass bound to a key cnf 8 (RFC
 * 8747). Other claims are passed over. The protected header holds alg −8 (EdDSA) and kid, nothing
 * else; the unprotected one is empty, so that no byte of a pass is outside its signature.
 */
final class PassCodec {
  static final String PREFIX = "YZ1:";

  /** Longest text that is looked at; a card's pass has about 250 characters. */
  static final int TEXT_MAX = 1_024;

  static final int KEY_ID_BYTES = 8;

  private static final int ID_BYTES = 16;
  private static final long SECONDS_MAX = 253_402_300_799L;
  private static final long ALG = 1;
  private static final long EDDSA = -8;
  private static final long KID = 4;
  private static final long ISS = 1;
  private static final long SUB = 2;
  private static final long EXP = 4;
  private static final long NBF = 5;
  private static final long IAT = 6;
  private static final long CTI = 7;
  private static final long CNF = 8;

  private PassCodec() {}

  /**
   * A pass as it was shown, nothing of it believed yet.
   *
   * @param holderKey the cnf claim of a pass bound to a key
   */
  @SuppressWarnings("ArrayRecordComponent") // read once, compared never
  record Shown(byte[] keyId, Pass pass, Optional<CborItem> holderKey, CoseSign1 message) {}

  /** The encoded protected header of a pass signed with this key. */
  static byte[] protectedHeader(byte[] keyId) {
    return Cbor.write(
        new CborItem.Members(
            List.of(
                CborItem.Member.of(ALG, new CborItem.Whole(EDDSA)),
                CborItem.Member.of(KID, new CborItem.Octets(keyId)))));
  }

  /** The encoded claims. */
  static byte[] claims(Pass pass, Optional<CborItem> holderKey) {
    List<CborItem.Member> claims = new ArrayList<>();
    claims.add(CborItem.Member.of(ISS, new CborItem.Text(pass.issuer())));
    claims.add(CborItem.Member.of(SUB, new CborItem.Text(subjectText(pass.subject()))));
    claims.add(CborItem.Member.of(EXP, seconds(pass.expiresAt())));
    claims.add(CborItem.Member.of(NBF, seconds(pass.validFrom())));
    claims.add(CborItem.Member.of(IAT, seconds(pass.issuedAt())));
    claims.add(
        CborItem.Member.of(CTI, new CborItem.Octets(HexFormat.of().parseHex(pass.id().hex()))));
    holderKey.ifPresent(key -> claims.add(CborItem.Member.of(CNF, key)));
    return Cbor.write(new CborItem.Members(claims));
  }

  static String text(CoseSign1 message) {
    return PREFIX + Base45.encode(message.write());
  }

  /** Reads a text that begins with {@link #PREFIX}. */
  static Shown read(String text) {
    if (text.length() > TEXT_MAX) {
      throw new MalformedPassException("a pass has at most " + TEXT_MAX + " characters");
    }
    CoseSign1 message = CoseSign1.read(Base45.decode(text.substring(PREFIX.length())));
    if (!message.unprotected().members().isEmpty()
        || message.signature().length != Ed25519.SIGNATURE_BYTES) {
      throw new MalformedPassException(
          "a pass has an empty unprotected header and a signature of 64 bytes");
    }
    byte[] keyId = keyId(message.protectedHeader());
    if (!(Cbor.read("the claims", message.payload()) instanceof CborItem.Members claims)) {
      throw new MalformedPassException("the claims of a pass are a map");
    }
    return new Shown(keyId, pass(claims), Optional.ofNullable(claims.find(CNF)), message);
  }

  private static byte[] keyId(byte[] protectedHeader) {
    if (Cbor.read("the protected header", protectedHeader) instanceof CborItem.Members header
        && header.members().size() == 2
        && header.find(ALG) instanceof CborItem.Whole(long alg)
        && alg == EDDSA
        && header.find(KID) instanceof CborItem.Octets(byte[] keyId)
        && keyId.length == KEY_ID_BYTES) {
      return keyId;
    }
    throw new MalformedPassException(
        "the protected header of a pass holds alg EdDSA and a kid of 8 bytes, nothing else");
  }

  private static Pass pass(CborItem.Members claims) {
    try {
      return new Pass(
          new PassId(HexFormat.of().formatHex(octets(claims))),
          subject(textOf(claims, SUB, "sub")),
          textOf(claims, ISS, "iss"),
          instant(claims, IAT, "iat"),
          instant(claims, NBF, "nbf"),
          instant(claims, EXP, "exp"));
    } catch (IllegalArgumentException | DateTimeException wrong) {
      throw new MalformedPassException("the claims: " + wrong.getMessage());
    }
  }

  private static String subjectText(PassSubject subject) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(HexFormat.of().parseHex(subject.hex()));
  }

  private static PassSubject subject(String text) {
    byte[] bytes = Base64.getUrlDecoder().decode(text);
    PassSubject subject = new PassSubject(HexFormat.of().formatHex(bytes));
    if (!subjectText(subject).equals(text)) {
      throw new MalformedPassException("claim sub is not base64url in its one form");
    }
    return subject;
  }

  private static byte[] octets(CborItem.Members claims) {
    if (claims.find(CTI) instanceof CborItem.Octets(byte[] bytes) && bytes.length == ID_BYTES) {
      return bytes;
    }
    throw new MalformedPassException("claim cti (7) must be 16 bytes");
  }

  private static String textOf(CborItem.Members claims, long label, String name) {
    if (claims.find(label) instanceof CborItem.Text(String text)) {
      return text;
    }
    throw missing(name, label, "a text");
  }

  private static Instant instant(CborItem.Members claims, long label, String name) {
    if (claims.find(label) instanceof CborItem.Whole(long seconds)
        && seconds >= 0
        && seconds <= SECONDS_MAX) {
      return Instant.ofEpochSecond(seconds);
    }
    throw missing(name, label, "whole seconds since 1970");
  }

  private static CborItem seconds(Instant instant) {
    return new CborItem.Whole(instant.getEpochSecond());
  }

  private static MalformedPassException missing(String name, long label, String needed) {
    return new MalformedPassException("claim " + name + " (" + label + ") must be " + needed);
  }
}
