package org.yizhan.edge.entry;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.yizhan.pass.PassSubject;
import org.yizhan.wire.Visitor;

/**
 * This month's secret of this station, 256 random bits as 64 hexadecimal digits. It turns a pass's
 * subject into a pseudonym; once it is destroyed nobody can lead the pseudonym back to a pass.
 */
public record VisitorKey(String hex) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");
  private static final String ALGORITHM = "HmacSHA256";
  private static final int PSEUDONYM_BYTES = 8;

  public VisitorKey {
    if (hex.length() != 64 || !FORM.matcher(hex).matches()) {
      throw new IllegalArgumentException("a visitor key is 64 hexadecimal digits");
    }
  }

  /** The first 64 bits of HMAC-SHA-256 (RFC 2104) over the subject's 16 bytes. */
  public Visitor pseudonym(PassSubject subject) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(HexFormat.of().parseHex(hex), ALGORITHM));
      byte[] digest = mac.doFinal(HexFormat.of().parseHex(subject.hex()));
      return new Visitor(HexFormat.of().formatHex(digest, 0, PSEUDONYM_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
  }

  /** Says nothing of the key, so that no log can give it away. */
  @Override
  public String toString() {
    return "VisitorKey[secret]";
  }
}
