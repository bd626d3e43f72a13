package org.yizhan.hub.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.station.StationId;

class AuthorityTest {
  @TempDir Path folder;
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T02:00:00Z"));
  private final SecureRandom random = new SecureRandom();

  @Test
  void is_made_once_and_is_the_same_ever_after() {
    X509Certificate first = open().certificate();

    assertThat(open().certificate()).isEqualTo(first);
    assertThat(first.getBasicConstraints()).isZero();
    assertThat(first.getKeyUsage()).startsWith(false, false, false, false, false, true, true);
  }

  @Test
  void keeps_its_key_from_everybody_else() throws Exception {
    open();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("ca.key"))))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(""))))
        .startsWith("rwx------");
  }

  @Test
  void a_key_that_is_not_the_one_of_the_certificate_is_named(@TempDir Path elsewhere)
      throws Exception {
    open();
    Authority.open(elsewhere.resolve("authority"), clock, random);
    Files.copy(
        elsewhere.resolve("authority/ca.key"), file("ca.key"), StandardCopyOption.REPLACE_EXISTING);

    assertThatThrownBy(this::open)
        .isInstanceOf(IdentityException.class)
        .hasMessageContaining("ca.key");
  }

  @Test
  void a_lost_key_is_not_made_anew_beside_its_certificate() throws Exception {
    open();
    Files.delete(file("ca.key"));

    assertThatThrownBy(this::open)
        .isInstanceOf(IdentityException.class)
        .hasMessageContaining("ca.key");
  }

  @Test
  void a_stations_certificate_says_exactly_what_it_is_for() throws Exception {
    Authority authority = open();

    X509Certificate certificate =
        authority.certify(
            new StationId("kiosk-1"), Device.withNewKey().keys().getPublic(), Duration.ofDays(90));

    assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=kiosk-1");
    assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
    assertThat(certificate.getSerialNumber().bitLength()).isEqualTo(129);
    assertThat(certificate.getNotAfter().toInstant())
        .isEqualTo(clock.instant().plus(Duration.ofDays(90)));
    assertThat(certificate.getExtensionValue("2.5.29.35")).isNotNull();
    assertThat(certificate.getExtensionValue("2.5.29.14")).isNotNull();
  }

  @Test
  void the_hubs_certificate_names_its_hosts_and_loopback() throws Exception {
    ServerCredential credential =
        ServerCredential.open(open(), List.of("hub.example.org", "192.0.2.7"), clock);

    assertThat(Objects.requireNonNull(credential.certificate().getSubjectAlternativeNames()))
        .extracting(name -> String.valueOf(name.get(1)))
        .contains("hub.example.org", "192.0.2.7", "localhost", "127.0.0.1");
    assertThat(credential.certificate().getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
  }

  @Test
  void the_hubs_certificate_is_kept_until_two_thirds_of_its_life() {
    ServerCredential credential = ServerCredential.open(open(), List.of("hub.example.org"), clock);
    X509Certificate first = credential.certificate();

    clock.advance(Duration.ofDays(243));
    credential.renewWhenDue();
    assertThat(credential.certificate()).isEqualTo(first);

    clock.advance(Duration.ofDays(2));
    credential.renewWhenDue();
    assertThat(credential.certificate()).isNotEqualTo(first);
  }

  @Test
  void another_host_name_makes_another_certificate_at_the_next_start() {
    X509Certificate first =
        ServerCredential.open(open(), List.of("hub.example.org"), clock).certificate();

    assertThat(ServerCredential.open(open(), List.of("hub.example.org"), clock).certificate())
        .isEqualTo(first);
    assertThat(ServerCredential.open(open(), List.of("hub.example.net"), clock).certificate())
        .isNotEqualTo(first);
  }

  private Authority open() {
    return Authority.open(folder.resolve("authority"), clock, random);
  }

  private Path file(String name) {
    return folder.resolve("authority").resolve(name);
  }
}
