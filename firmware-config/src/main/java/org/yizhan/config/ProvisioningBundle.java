package org.yizhan.config;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.yizhan.station.ProfileReader;
import org.yizhan.station.ProfileReading;
import org.yizhan.station.StationId;

/**
 * What a new station is handed, once: where its hub is, how to know it, and a token that is good
 * for one enrolment. Written by {@code hub station add}, read by {@code station enrol}. A value
 * that does not hold is refused with an {@link IllegalArgumentException} that begins with its name.
 *
 * @param mqttHost a host name (RFC 1123) or an IP address, without port
 * @param enrolUrl the hub's EST address (RFC 7030), {@code https://host:port}
 * @param hubCaPem the certificate of the hub's own authority, PEM: one certificate, of an authority
 * @param token the one-time password of this enrolment, 43 characters of base64url
 * @param profileYaml the profile of this very station, at most 64 KiB
 */
public record ProvisioningBundle(
    StationId station,
    String mqttHost,
    int mqttPort,
    String enrolUrl,
    String hubCaPem,
    String token,
    Instant tokenExpires,
    String profileYaml) {
  public static final int BYTES_MAX = 128 * 1024;

  private static final Instant EARLIEST = Instant.parse("2025-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  public ProvisioningBundle {
    BundleChecks.host("mqttHost", mqttHost);
    BundleChecks.port("mqttPort", mqttPort);
    BundleChecks.httpsUrl("enrolUrl", enrolUrl);
    BundleChecks.authorityPem("hubCaPem", hubCaPem);
    BundleChecks.token("token", token);
    BundleChecks.require(
        !tokenExpires.isBefore(EARLIEST) && tokenExpires.isBefore(LATEST),
        "tokenExpires",
        "lies outside the years 2025 to 2099");
    checkProfile(station, profileYaml);
  }

  private static void checkProfile(StationId station, String yaml) {
    BundleChecks.require(
        yaml.length() <= ProfileReader.BYTES_MAX
            && yaml.getBytes(StandardCharsets.UTF_8).length <= ProfileReader.BYTES_MAX,
        "profileYaml",
        "is larger than " + ProfileReader.BYTES_MAX + " bytes");
    switch (ProfileReader.read(yaml)) {
      case ProfileReading.Refused(var problems) ->
          BundleChecks.require(false, "profileYaml", "at " + problems.getFirst());
      case ProfileReading.Read(var profile) ->
          BundleChecks.require(
              profile.id().equals(station),
              "profileYaml",
              "is the profile of " + profile.id() + ", not of " + station);
    }
  }

  /** Everything but the token, which opens an enrolment to whoever reads it in a log. */
  @Override
  public String toString() {
    return "ProvisioningBundle[%s, mqtt %s:%d, enrol %s, token until %s]"
        .formatted(station, mqttHost, mqttPort, enrolUrl, tokenExpires);
  }
}
