package org.yizhan.config;

import java.time.Instant;
import org.yizhan.station.StationId;

/**
 * What a new station is handed, once: where its hub is, how to know it, and a token that is good
 * for one enrolment. Written by {@code hub station add}, read by {@code station enrol}.
 *
 * @param enrolUrl the hub's EST address (RFC 7030), {@code https://host:port}
 * @param hubCaPem the certificate of the hub's own authority, PEM
 * @param token the one-time password of this enrolment, 43 characters of base64url
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
}
