package org.yizhan.hub.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.hub.identity.HubIdentity.KIOSK;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.hub.identity.Enrolment.Answer;
import org.yizhan.station.StationId;

class EnrolmentTest {
  @TempDir Path folder;
  private HubIdentity hub;

  @BeforeEach
  void open() {
    hub = new HubIdentity(folder).withKiosk();
  }

  @Test
  void a_good_token_gives_a_certificate_that_speaks_for_the_station() {
    X509Certificate certificate = enrolled(Device.withNewKey());

    assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=" + KIOSK);
    assertThat(hub.certificates.stationOf(certificate)).contains(KIOSK);
  }

  @Test
  void a_used_token_is_refused_to_another_device() {
    String token = hub.newToken();
    hub.enrolment.enrol(KIOSK, token, Device.withNewKey().signingRequest(KIOSK.value()));

    Answer second =
        hub.enrolment.enrol(KIOSK, token, Device.withNewKey().signingRequest(KIOSK.value()));

    assertThat(second).isEqualTo(new Answer.Refused(Refusal.TOKEN_USED));
  }

  @Test
  void a_lost_answer_is_given_again_to_the_same_device() {
    String token = hub.newToken();
    Device device = Device.withNewKey();
    Answer lost = hub.enrolment.enrol(KIOSK, token, device.signingRequest(KIOSK.value()));

    Answer again = hub.enrolment.enrol(KIOSK, token, device.signingRequest(KIOSK.value()));

    assertThat(again).isEqualTo(lost).isInstanceOf(Answer.Granted.class);
  }

  @Test
  void an_expired_token_is_refused() {
    String token = hub.newToken();
    hub.clock.advance(EnrolmentTokens.LIFE_USUAL);

    Answer answer =
        hub.enrolment.enrol(KIOSK, token, Device.withNewKey().signingRequest(KIOSK.value()));

    assertThat(answer).isEqualTo(new Answer.Refused(Refusal.TOKEN_EXPIRED));
  }

  @Test
  void another_stations_token_is_refused() {
    hub.withStation("shop-fridge");
    StationId fridge = HubIdentity.profile(HubIdentity.sampleYaml("shop-fridge")).id();
    String token = hub.tokens.issue(fridge, EnrolmentTokens.LIFE_USUAL).token();

    Answer answer =
        hub.enrolment.enrol(KIOSK, token, Device.withNewKey().signingRequest(KIOSK.value()));

    assertThat(answer).isEqualTo(new Answer.Refused(Refusal.TOKEN_FOREIGN));
  }

  @Test
  void a_newer_token_withdraws_the_older_one() {
    String older = hub.newToken();
    hub.newToken();

    Answer answer =
        hub.enrolment.enrol(KIOSK, older, Device.withNewKey().signingRequest(KIOSK.value()));

    assertThat(answer).isEqualTo(new Answer.Refused(Refusal.TOKEN_WITHDRAWN));
  }

  @Test
  void a_request_for_another_name_is_refused_and_the_token_stays_good() {
    String token = hub.newToken();

    Answer wrong = hub.enrolment.enrol(KIOSK, token, Device.withNewKey().signingRequest("other"));

    assertThat(wrong).isEqualTo(new Answer.Refused(Refusal.NAME_WRONG));
    assertThat(hub.enrolment.enrol(KIOSK, token, Device.withNewKey().signingRequest(KIOSK.value())))
        .isInstanceOf(Answer.Granted.class);
  }

  @Test
  void of_devices_racing_with_one_token_exactly_one_gets_in() throws Exception {
    String token = hub.newToken();
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Answer>> answers = new ArrayList<>();
    try (ExecutorService racers = Executors.newFixedThreadPool(8)) {
      for (int racer = 0; racer < 8; racer++) {
        SigningRequest request = Device.withNewKey().signingRequest(KIOSK.value());
        answers.add(
            racers.submit(
                () -> {
                  start.await();
                  return hub.enrolment.enrol(KIOSK, token, request);
                }));
      }

      start.countDown();

      int granted = 0;
      for (Future<Answer> answer : answers) {
        granted += answer.get() instanceof Answer.Granted ? 1 : 0;
      }
      assertThat(granted).isEqualTo(1);
    }
  }

  @Test
  void old_and_new_certificate_both_speak_until_the_new_one_is_used() {
    X509Certificate old = enrolled(Device.withNewKey());
    hub.certificates.stationOf(old);
    hub.clock.advance(Duration.ofDays(60));
    X509Certificate renewed = renewed(old);
    assertThat(hub.certificates.stationOf(old)).contains(KIOSK);

    assertThat(hub.certificates.stationOf(renewed)).contains(KIOSK);

    assertThat(hub.certificates.stationOf(old)).isEmpty();
  }

  @Test
  void replacing_the_device_silences_the_old_certificate_at_once() throws Exception {
    X509Certificate old = enrolled(Device.withNewKey());

    hub.register.endDevice(KIOSK);

    assertThat(hub.certificates.stationOf(old)).isEmpty();
    assertThat(hub.enrolment.renew(old, Device.withNewKey().signingRequest(KIOSK.value())))
        .isEqualTo(new Answer.Refused(Refusal.CERTIFICATE_ENDED));
  }

  @Test
  void a_retired_station_is_nobody() throws Exception {
    X509Certificate certificate = enrolled(Device.withNewKey());

    hub.register.retire(KIOSK);

    assertThat(hub.certificates.stationOf(certificate)).isEmpty();
  }

  @Test
  void a_certificate_that_ran_out_during_a_long_silence_can_still_be_renewed() {
    X509Certificate old = enrolled(Device.withNewKey());
    hub.clock.advance(HubIdentity.CERTIFICATE_LIFE.plus(Duration.ofDays(100)));

    X509Certificate renewed = renewed(old);

    assertThat(hub.certificates.stationOf(renewed)).contains(KIOSK);
  }

  @Test
  void a_certificate_that_ran_out_too_long_ago_cannot() {
    X509Certificate old = enrolled(Device.withNewKey());
    hub.clock.advance(HubIdentity.CERTIFICATE_LIFE.plus(Enrolment.GRACE).plusSeconds(1));

    Answer answer = hub.enrolment.renew(old, Device.withNewKey().signingRequest(KIOSK.value()));

    assertThat(answer).isEqualTo(new Answer.Refused(Refusal.CERTIFICATE_TOO_OLD));
  }

  private X509Certificate enrolled(Device device) {
    return granted(
        hub.enrolment.enrol(KIOSK, hub.newToken(), device.signingRequest(KIOSK.value())));
  }

  private X509Certificate renewed(X509Certificate current) {
    return granted(hub.enrolment.renew(current, Device.withNewKey().signingRequest(KIOSK.value())));
  }

  static X509Certificate granted(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Granted.class);
    return ((Answer.Granted) answer).certificate();
  }
}
