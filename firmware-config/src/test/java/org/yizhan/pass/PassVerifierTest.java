package org.yizhan.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yizhan.pass.PassSamples.EXPIRES;
import static org.yizhan.pass.PassSamples.ISSUED;
import static org.yizhan.pass.PassSamples.NOW;
import static org.yizhan.pass.PassSamples.PASS;
import static org.yizhan.pass.PassSamples.SIGNER;
import static org.yizhan.pass.PassSamples.STRANGER;
import static org.yizhan.pass.PassSamples.TRUSTED;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassVerifierTest {
  private static final String TEXT = SIGNER.sign(PASS);

  @Test
  void opens_to_a_pass_of_a_trusted_issuer() {
    PassVerdict verdict = PassVerifier.judge(TEXT, TRUSTED, NOW, true);

    assertThat(verdict).isEqualTo(new PassVerdict.Genuine(PASS, PassKind.CARD));
  }

  @Test
  void a_pass_is_short_enough_for_a_printed_code() {
    // QR version 10, medium error correction, holds 311 alphanumeric characters (ISO/IEC 18004)
    assertThat(TEXT).matches("[0-9A-Z $%*+./:-]+").hasSizeLessThan(311);
  }

  @Test
  void no_text_changed_in_one_byte_is_genuine() {
    byte[] message = Base45.decode(TEXT.substring(PassCodec.PREFIX.length()));
    for (int at = 0; at < message.length; at++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] changed = message.clone();
        changed[at] ^= (byte) (1 << bit);

        PassVerdict verdict =
            PassVerifier.judge(PassCodec.PREFIX + Base45.encode(changed), TRUSTED, NOW, true);

        assertThat(verdict).as("byte %d, bit %d", at, bit).isInstanceOf(PassVerdict.Rejected.class);
      }
    }
  }

  @Test
  void no_text_changed_in_one_character_is_genuine() {
    for (int at = 0; at < TEXT.length(); at++) {
      for (char c : "0AZ $%*+-./:a\u00e9\n".toCharArray()) {
        if (TEXT.charAt(at) == c) {
          continue;
        }
        String changed = TEXT.substring(0, at) + c + TEXT.substring(at + 1);

        assertThat(PassVerifier.judge(changed, TRUSTED, NOW, true))
            .as("character %d as U+%04x", at, (int) c)
            .isInstanceOf(PassVerdict.Rejected.class);
      }
    }
  }

  @Test
  void no_text_cut_short_or_drawn_out_is_genuine() {
    for (int length = 0; length < TEXT.length(); length++) {
      assertThat(PassVerifier.judge(TEXT.substring(0, length), TRUSTED, NOW, true))
          .as("length %d", length)
          .isInstanceOf(PassVerdict.Rejected.class);
    }
    for (String more : List.of("0", "00", "000", " ", "\n", TEXT)) {
      assertThat(PassVerifier.judge(TEXT + more, TRUSTED, NOW, true))
          .isInstanceOf(PassVerdict.Rejected.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "YZ1", "yz1:BB8", "https://qr.example/pay?id=1", "HC1:NCFOXN", "\u0000"})
  void another_code_is_not_a_pass(String text) {
    assertThat(PassVerifier.judge(text, TRUSTED, NOW, true))
        .isEqualTo(new PassVerdict.Rejected(RefusalReason.NOT_A_PASS));
  }

  @Test
  void a_damaged_pass_is_unreadable() {
    assertThat(PassVerifier.judge("YZ1:", TRUSTED, NOW, true))
        .isEqualTo(new PassVerdict.Rejected(RefusalReason.UNREADABLE));
    assertThat(PassVerifier.judge(TEXT.substring(0, 90), TRUSTED, NOW, true))
        .isEqualTo(new PassVerdict.Rejected(RefusalReason.UNREADABLE));
    assertThat(PassVerifier.judge(TEXT + "0".repeat(1_024), TRUSTED, NOW, true))
        .isEqualTo(new PassVerdict.Rejected(RefusalReason.UNREADABLE));
  }

  @Test
  void an_issuer_nobody_told_the_station_of_is_unknown() {
    assertThat(PassVerifier.judge(TEXT, TrustedPassState.NOTHING, NOW, true))
        .isEqualTo(new PassVerdict.Rejected(RefusalReason.UNKNOWN_ISSUER));
    assertThat(PassVerifier.judge(STRANGER.sign(PASS), TRUSTED, NOW, true))
        .isEqualTo(new PassVerdict.Rejected(RefusalReason.UNKNOWN_ISSUER));
  }

  @Test
  void a_trusted_key_cannot_speak_for_another_issuer() {
    TrustedPassState otherName =
        new TrustedPassState(
            List.of(new IssuerKey("jinan-union", SIGNER.key().publicKeyHex())), Set.of());

    assertThat(PassVerifier.judge(TEXT, otherName, NOW, true))
        .isEqualTo(new PassVerdict.Rejected(RefusalReason.UNKNOWN_ISSUER));
  }

  @Test
  void a_strangers_signature_under_a_trusted_key_id_is_bad() {
    byte[] header = PassCodec.protectedHeader(SIGNER.key().keyId());
    byte[] claims = PassCodec.claims(PASS, Optional.empty());
    byte[] signature =
        Ed25519.sign(Ed25519.privateKey(STRANGER.pkcs8()), CoseSign1.toBeSigned(header, claims));
    String forged =
        PassCodec.text(new CoseSign1(header, new CborItem.Members(List.of()), claims, signature));

    assertThat(PassVerifier.judge(forged, TRUSTED, NOW, true))
        .isEqualTo(new PassVerdict.Rejected(RefusalReason.BAD_SIGNATURE));
  }

  @Test
  void a_pass_ends_on_the_second() {
    assertThat(PassVerifier.judge(TEXT, TRUSTED, EXPIRES.minusMillis(1), true))
        .isInstanceOf(PassVerdict.Genuine.class);
    assertThat(PassVerifier.judge(TEXT, TRUSTED, EXPIRES, true))
        .isEqualTo(new PassVerdict.Unusable(PASS, RefusalReason.EXPIRED));
  }

  @Test
  void a_pass_begins_a_minute_early_and_no_sooner() {
    assertThat(PassVerifier.judge(TEXT, TRUSTED, ISSUED.minusSeconds(60), true))
        .isInstanceOf(PassVerdict.Genuine.class);
    assertThat(PassVerifier.judge(TEXT, TRUSTED, ISSUED.minusSeconds(61), true))
        .isEqualTo(new PassVerdict.Unusable(PASS, RefusalReason.NOT_YET_VALID));
  }

  @Test
  void a_clock_that_is_not_trusted_tells_only_what_has_certainly_ended() {
    assertThat(PassVerifier.judge(TEXT, TRUSTED, ISSUED.minus(Duration.ofDays(400)), false))
        .isInstanceOf(PassVerdict.Genuine.class);
    assertThat(PassVerifier.judge(TEXT, TRUSTED, EXPIRES, false))
        .isEqualTo(new PassVerdict.Unusable(PASS, RefusalReason.EXPIRED));
  }

  @Test
  void refuses_a_revoked_pass() {
    TrustedPassState revoking =
        new TrustedPassState(List.of(STRANGER.key(), SIGNER.key()), Set.of(PASS.id()));

    assertThat(PassVerifier.judge(TEXT, revoking, NOW, true))
        .isEqualTo(new PassVerdict.Unusable(PASS, RefusalReason.REVOKED));
  }

  @Test
  void a_pass_bound_to_a_key_needs_its_holders_proof() {
    // a COSE_Key of kind OKP within cnf (RFC 8747 section 3.2)
    CborItem holderKey =
        new CborItem.Members(
            List.of(
                CborItem.Member.of(
                    1,
                    new CborItem.Members(
                        List.of(
                            CborItem.Member.of(1, new CborItem.Whole(1)),
                            CborItem.Member.of(-1, new CborItem.Whole(6)),
                            CborItem.Member.of(
                                -2, new CborItem.Octets(STRANGER.key().publicKey())))))));

    PassVerdict verdict =
        PassVerifier.judge(SIGNER.sign(PASS, Optional.of(holderKey)), TRUSTED, NOW, true);

    assertThat(verdict)
        .isEqualTo(new PassVerdict.Unusable(PASS, RefusalReason.HOLDER_PROOF_MISSING));
  }

  @Test
  void a_key_that_is_no_point_of_the_curve_opens_nothing() {
    IssuerKey nonsense = new IssuerKey("binzhou-union", HexFormat.of().formatHex(offCurve()));
    byte[] header = PassCodec.protectedHeader(nonsense.keyId());
    byte[] claims = PassCodec.claims(PASS, Optional.empty());
    String text =
        PassCodec.text(
            new CoseSign1(header, new CborItem.Members(List.of()), claims, new byte[64]));

    assertThat(
            PassVerifier.judge(text, new TrustedPassState(List.of(nonsense), Set.of()), NOW, true))
        .isEqualTo(new PassVerdict.Rejected(RefusalReason.BAD_SIGNATURE));
  }

  /** y = 2 has no x on the curve. */
  private static byte[] offCurve() {
    byte[] y = new byte[32];
    y[0] = 2;
    return y;
  }

  @Test
  void a_new_key_signs_passes_and_survives_keeping() {
    PassSigner fresh = PassSigner.generate("binzhou-union", new SecureRandom());
    PassSigner kept = PassSigner.of(fresh.key(), fresh.pkcs8());
    TrustedPassState trusted = new TrustedPassState(List.of(fresh.key()), Set.of());

    assertThat(PassVerifier.judge(kept.sign(PASS), trusted, NOW, true))
        .isInstanceOf(PassVerdict.Genuine.class);
  }

  @Test
  void a_kept_key_must_belong_to_its_public_key() {
    assertThatThrownBy(() -> PassSigner.of(SIGNER.key(), STRANGER.pkcs8()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("does not belong");
    assertThatThrownBy(() -> PassSigner.of(SIGNER.key(), new byte[] {1, 2, 3}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void signs_no_pass_of_another_issuer() {
    Pass foreign = new Pass(PASS.id(), PASS.subject(), "jinan-union", ISSUED, ISSUED, EXPIRES);

    assertThatThrownBy(() -> SIGNER.sign(foreign)).isInstanceOf(IllegalArgumentException.class);
  }
}
