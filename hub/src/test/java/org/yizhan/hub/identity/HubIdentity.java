package org.yizhan.hub.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.yizhan.hub.store.sqlite.HubDatabase;
import org.yizhan.station.ProfileReader;
import org.yizhan.station.ProfileReading;
import org.yizhan.station.StationId;
import org.yizhan.station.StationProfile;

/** A hub's authority, register and enrolment over a real database, with a clock tests can set. */
final class HubIdentity {
  static final StationId KIOSK = new StationId("lc-dongchang-01");

  static final Duration CERTIFICATE_LIFE = Duration.ofDays(90);

  final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T02:00:00Z"));
  final SecureRandom random = new SecureRandom();
  final HubDatabase database;
  final Authority authority;
  final StationRegister register;
  final EnrolmentTokens tokens;
  final Enrolment enrolment;
  final KnownCertificates certificates;

  HubIdentity(Path folder) {
    this(folder, folder.resolve("authority"));
  }

  HubIdentity(Path folder, Path authorityFolder) {
    database = HubDatabase.open(folder.resolve("hub.db"));
    authority = Authority.open(authorityFolder, clock, random);
    register = new StationRegister(database, clock);
    tokens = new EnrolmentTokens(database, clock, random);
    enrolment = new Enrolment(database, authority, () -> CERTIFICATE_LIFE, clock);
    certificates = new KnownCertificates(database, authority, clock);
  }

  HubIdentity withKiosk() {
    return withStation("kiosk-24h");
  }

  HubIdentity withStation(String sample) {
    String yaml = sampleYaml(sample);
    register.add(profile(yaml), yaml);
    return this;
  }

  static String sampleYaml(String name) {
    try {
      return Files.readString(
          Path.of(System.getProperty("yizhan.root", ".."))
              .resolve("firmware-config/stations/" + name + ".yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static StationProfile profile(String yaml) {
    return switch (ProfileReader.read(yaml)) {
      case ProfileReading.Read(StationProfile profile) -> profile;
      case ProfileReading.Refused refused ->
          throw new IllegalStateException(refused.problems().toString());
    };
  }

  String newToken() {
    return tokens.issue(KIOSK, EnrolmentTokens.LIFE_USUAL).token();
  }
}
