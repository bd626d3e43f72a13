package org.yizhan.config;

import java.time.Instant;
import org.yizhan.station.StationId;

/** A bundle as a hub would issue it; the certificates were made for these tests, without keys. */
final class BundleTexts {
  static final String AUTHORITY =
      """
      -----BEGIN CERTIFICATE-----
      MIIBlTCCATugAwIBAgIUU1JWM7NpO9XI4Z6LowTGjFgHvfEwCgYIKoZIzj0EAwIw
      IDEeMBwGA1UEAwwVRXhhbXBsZSBodWIgYXV0aG9yaXR5MB4XDTI2MTEyMzAyMTM0
      M1oXDTQ2MTExODAyMTM0M1owIDEeMBwGA1UEAwwVRXhhbXBsZSBodWIgYXV0aG9y
      aXR5MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEVG8VeocRHzN+viHD35NpyUH1
      xd2yxXxeAlhkQJwClfYo/7xM54lQ9Lm4fRNjC15GKl27m0vhJtIEUJTwpftCZ6NT
      MFEwHQYDVR0OBBYEFJ+pJOQym8uD2eirxSbO/S+TwAvfMB8GA1UdIwQYMBaAFJ+p
      JOQym8uD2eirxSbO/S+TwAvfMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwID
      SAAwRQIhAKK4GTqGn8N9cD4z0iBV+tFYDg4Uc8Q0lRTklfkMAd0lAiB7KfoPDGvF
      jKfaTDVkGb7Z6E5xF8Atx1MWXIiciQZGLw==
      -----END CERTIFICATE-----
      """;

  /** Not an authority's: basic constraints CA:FALSE. */
  static final String LEAF =
      """
      -----BEGIN CERTIFICATE-----
      MIIBcDCCARagAwIBAgIUC/vcXggzmrN2iCezRW2/GLE7eaowCgYIKoZIzj0EAwIw
      DzENMAsGA1UEAwwEbGVhZjAeFw0yNjExMjMwMjEzNDNaFw00NjExMTgwMjEzNDNa
      MA8xDTALBgNVBAMMBGxlYWYwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARUbxV6
      hxEfM36+IcPfk2nJQfXF3bLFfF4CWGRAnAKV9ij/vEzniVD0ubh9E2MLXkYqXbub
      S+Em0gRQlPCl+0Jno1AwTjAdBgNVHQ4EFgQUn6kk5DKby4PZ6KvFJs79L5PAC98w
      HwYDVR0jBBgwFoAUn6kk5DKby4PZ6KvFJs79L5PAC98wDAYDVR0TAQH/BAIwADAK
      BggqhkjOPQQDAgNIADBFAiEA1yhGtYu+LKycXpXRhidFQhfiIzBKwjL5L0Xia3PZ
      R0ICIH86DEE0mbZ5ygGdj4z5q2YFfc0BjT/KeUlh0xzFeKVt
      -----END CERTIFICATE-----
      """;

  static final String TOKEN = "Zk3xv0a_Yq7-1234567890abcdefghijklmnopqrstu";

  static final String PROFILE =
      """
      id: qd-fridge-1
      name: {zh: 爱心冰柜, en: Free fridge}
      place: shandong/qingdao
      kind: fridge
      host: {zh: 便利店, en: Corner shop}
      zone: Asia/Shanghai
      hours: 24h
      capacity: 1
      fixtures: {}
      """;

  private BundleTexts() {}

  static ProvisioningBundle bundle() {
    return new ProvisioningBundle(
        new StationId("qd-fridge-1"),
        "hub.example.org",
        8883,
        "https://hub.example.org:8443",
        AUTHORITY,
        TOKEN,
        Instant.parse("2026-11-23T08:00:00Z"),
        PROFILE);
  }
}
