package org.yizhan.hub.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.hub.identity.HubIdentity.KIOSK;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.config.ProvisioningBundle;
import org.yizhan.config.ProvisioningBundleCodec;
import org.yizhan.edge.identity.CertificateRenewal;
import org.yizhan.edge.identity.EnrolCommand;
import org.yizhan.edge.identity.IdentityFolder;
import org.yizhan.edge.identity.StationIdentity;
import org.yizhan.hub.store.sqlite.HubDatabase;
import picocli.CommandLine;

/** The station's own command against the hub's real enrolment server. */
class StationEnrolsTest {
  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir Path hubData;
  @TempDir Path data;
  @TempDir Path desk;

  private final Vertx vertx = Vertx.vertx();
  private final StringWriter said = new StringWriter();
  private Authority authority;
  private EnrolmentTokens tokens;
  private int port;

  @BeforeEach
  void listen() throws Exception {
    var database = HubDatabase.open(hubData.resolve("hub.db"));
    var random = new SecureRandom();
    authority = Authority.open(hubData.resolve("authority"), CLOCK, random);
    tokens = new EnrolmentTokens(database, CLOCK, random);
    String yaml = HubIdentity.sampleYaml("kiosk-24h");
    new StationRegister(database, CLOCK).add(HubIdentity.profile(yaml), yaml);
    var enrolment = new Enrolment(database, authority, () -> Duration.ofDays(90), CLOCK);
    ServerCredential credential = ServerCredential.open(authority, List.of(), CLOCK);
    port =
        new EstServer(vertx, enrolment, credential, CLOCK)
            .listen("127.0.0.1", 0)
            .toCompletionStage()
            .toCompletableFuture()
            .get(20, TimeUnit.SECONDS);
  }

  @AfterEach
  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  @Test
  void makes_its_key_and_is_given_a_certificate() throws Exception {
    int exit = enrol(bundle(newToken()));

    assertThat(exit).as(said.toString()).isZero();
    StationIdentity enrolled = new IdentityFolder(data.resolve("identity")).load();
    assertThat(enrolled.station()).isEqualTo(KIOSK);
    assertThat(enrolled.mqttPort()).isEqualTo(8883);
    enrolled.certificate().verify(authority.certificate().getPublicKey());
    Path key = data.resolve("identity").resolve("station.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    assertThat(data.resolve("profile.yaml")).hasContent(HubIdentity.sampleYaml("kiosk-24h"));
  }

  @Test
  void may_ask_again_with_the_same_token_when_the_answer_was_lost() throws Exception {
    Path bundle = bundle(newToken());
    enrol(bundle);
    Files.delete(data.resolve("identity").resolve("station.crt"));

    assertThat(enrol(bundle)).as(said.toString()).isZero();
  }

  @Test
  void is_refused_with_a_token_another_device_used() throws Exception {
    Path bundle = bundle(newToken());
    enrol(bundle);

    int exit = run("enrol", "--data", desk.resolve("second").toString(), bundle.toString());

    assertThat(exit).isNotZero();
    assertThat(said.toString()).contains("the hub refused").contains("used");
    assertThat(desk.resolve("second").resolve("identity").resolve("station.crt")).doesNotExist();
  }

  @Test
  void does_not_enrol_twice() throws Exception {
    enrol(bundle(newToken()));

    assertThat(enrol(bundle(newToken()))).isNotZero();
    assertThat(said.toString()).contains("enrolled already, as " + KIOSK);
  }

  @Test
  void does_not_show_its_token_to_a_hub_of_another_authority() throws Exception {
    Authority stranger = Authority.open(desk.resolve("stranger"), CLOCK, new SecureRandom());

    int exit = enrol(bundle(newToken(), pem(stranger.certificate()), port, inAnHour()));

    assertThat(exit).isNotZero();
    assertThat(said.toString()).contains("is not the hub of this bundle");
  }

  @Test
  void says_that_the_token_expired_without_asking() throws Exception {
    Instant past = CLOCK.instant().minusSeconds(60);

    int exit = enrol(bundle(newToken(), pem(authority.certificate()), 1, past));

    assertThat(exit).isNotZero();
    assertThat(said.toString()).contains("expired at");
  }

  @Test
  void says_that_the_hub_cannot_be_reached() throws Exception {
    int exit = enrol(bundle(newToken(), pem(authority.certificate()), 1, inAnHour()));

    assertThat(exit).isNotZero();
    assertThat(said.toString()).contains("cannot be reached");
  }

  @Test
  void names_what_is_wrong_with_a_file_that_is_no_bundle() throws Exception {
    Path noBundle = Files.writeString(desk.resolve("note.txt"), "call Auntie Wang");

    assertThat(enrol(noBundle)).isNotZero();
    assertThat(said.toString()).contains("the provisioning bundle cannot be used");
  }

  @Test
  void renews_its_certificate_once_two_thirds_of_its_life_are_over() throws Exception {
    enrol(bundle(newToken()));
    var folder = new IdentityFolder(data.resolve("identity"));
    StationIdentity first = folder.load();
    var renewal = new CertificateRenewal(folder);

    renewal.tend(first, first.renewalDue().minusSeconds(1));
    renewal.tend(first, first.renewalDue());

    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (folder.load().certificate().equals(first.certificate())) {
      assertThat(System.nanoTime()).as("not renewed").isLessThan(deadline);
      Thread.onSpinWait();
    }
    assertThat(folder.load().certificate().getPublicKey())
        .isEqualTo(first.certificate().getPublicKey());
  }

  private int enrol(Path bundle) {
    return run("enrol", "--data", data.toString(), bundle.toString());
  }

  private int run(String... arguments) {
    var out = new PrintWriter(said, true);
    return new CommandLine(new EnrolCommand(CLOCK))
        .setOut(out)
        .setErr(out)
        .execute(List.of(arguments).subList(1, arguments.length).toArray(String[]::new));
  }

  private String newToken() {
    return tokens.issue(KIOSK, EnrolmentTokens.LIFE_USUAL).token();
  }

  private static Instant inAnHour() {
    return CLOCK.instant().plus(Duration.ofHours(1));
  }

  private Path bundle(String token) throws Exception {
    return bundle(token, pem(authority.certificate()), port, inAnHour());
  }

  private Path bundle(String token, String authorityPem, int enrolPort, Instant expires)
      throws IOException {
    var bundle =
        new ProvisioningBundle(
            KIOSK,
            "localhost",
            8883,
            "https://localhost:" + enrolPort,
            authorityPem,
            token,
            expires,
            HubIdentity.sampleYaml("kiosk-24h"));
    return Files.writeString(desk.resolve("bundle.json"), ProvisioningBundleCodec.write(bundle));
  }

  private static String pem(X509Certificate certificate) throws Exception {
    byte[] lines =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
            .encode(certificate.getEncoded());
    return "-----BEGIN CERTIFICATE-----\n"
        + new String(lines, StandardCharsets.US_ASCII)
        + "\n-----END CERTIFICATE-----\n";
  }
}
