package org.yizhan.hub.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.hub.identity.HubIdentity.KIOSK;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.station.StationId;

/** A hub whose database is older than some certificates of its own authority. */
class RestoredHubTest {
  @TempDir Path before;
  @TempDir Path after;

  @Test
  void a_station_it_does_not_know_is_put_in_quarantine_until_it_is_adopted() throws Exception {
    X509Certificate certificate = enrol(new HubIdentity(before).withKiosk());
    HubIdentity restored = new HubIdentity(after, before.resolve("authority"));

    Optional<StationId> speaksFor = restored.certificates.stationOf(certificate);

    assertThat(speaksFor).contains(KIOSK);
    assertThat(restored.register.find(KIOSK))
        .map(StationRegister.Registered::quarantined)
        .contains(true);
    restored.register.adopt(KIOSK, Optional.empty());
    assertThat(restored.register.find(KIOSK))
        .map(StationRegister.Registered::quarantined)
        .contains(false);
    assertThat(restored.certificates.stationOf(certificate)).contains(KIOSK);
  }

  @Test
  void a_certificate_made_since_the_copy_is_believed_and_ends_the_one_on_record() {
    HubIdentity restored = new HubIdentity(after, before.resolve("authority")).withKiosk();
    X509Certificate onRecord = enrol(restored);
    HubIdentity lost = new HubIdentity(before).withKiosk();
    lost.clock.advance(Duration.ofDays(1));
    X509Certificate newer = enrol(lost);

    assertThat(restored.certificates.stationOf(newer)).contains(KIOSK);

    assertThat(restored.certificates.stationOf(onRecord)).isEmpty();
  }

  @Test
  void a_certificate_older_than_the_one_on_record_is_nobodys() {
    X509Certificate older = enrol(new HubIdentity(before).withKiosk());
    HubIdentity restored = new HubIdentity(after, before.resolve("authority")).withKiosk();
    restored.clock.advance(Duration.ofDays(1));
    enrol(restored);

    assertThat(restored.certificates.stationOf(older)).isEmpty();
  }

  @Test
  void a_certificate_of_another_authority_is_nobodys_and_registers_nothing() {
    X509Certificate foreign = enrol(new HubIdentity(before).withKiosk());
    HubIdentity hub = new HubIdentity(after);

    assertThat(hub.certificates.stationOf(foreign)).isEmpty();
    assertThat(hub.register.all()).isEmpty();
  }

  private static X509Certificate enrol(HubIdentity hub) {
    return EnrolmentTest.granted(
        hub.enrolment.enrol(
            KIOSK, hub.newToken(), Device.withNewKey().signingRequest(KIOSK.value())));
  }
}
