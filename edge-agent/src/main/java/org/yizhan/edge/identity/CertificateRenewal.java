package org.yizhan.edge.identity;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Renews the station's certificate once two thirds of its life are over, for the same key, and
 * keeps it for the next connect. Failures are tried again after an hour, then two, up to a day: a
 * third of a life is weeks. Call {@link #tend} now and then; it never blocks.
 */
public final class CertificateRenewal {
  private static final Logger LOG = System.getLogger(CertificateRenewal.class.getName());
  private static final Duration RETRY_FIRST = Duration.ofHours(1);
  private static final Duration RETRY_MOST = Duration.ofDays(1);

  private final IdentityFolder folder;
  private final AtomicBoolean running = new AtomicBoolean();
  private final AtomicInteger failures = new AtomicInteger();
  private volatile Instant notBefore = Instant.MIN;

  public CertificateRenewal(IdentityFolder folder) {
    this.folder = folder;
  }

  /** Starts a renewal in the background if one is due at this time. */
  public void tend(StationIdentity current, Instant now) {
    if (now.isBefore(current.renewalDue())
        || now.isBefore(notBefore)
        || !running.compareAndSet(false, true)) {
      return;
    }
    Thread.ofVirtual()
        .name("certificate-renewal")
        .start(
            () -> {
              try {
                renew(current, now);
              } finally {
                running.set(false);
              }
            });
  }

  private void renew(StationIdentity current, Instant now) {
    try {
      X509Certificate fresh = new EstClient(current.enrolUrl()).renew(current);
      folder.keepCertificate(fresh);
      failures.set(0);
      // asked again only for the certificate now kept, once that one has aged
      notBefore = now.plus(RETRY_FIRST);
      LOG.log(
          Level.INFO, "The certificate was renewed until {0}.", fresh.getNotAfter().toInstant());
    } catch (IdentityException failure) {
      int before = Math.min(failures.getAndIncrement(), 5);
      Duration wait = RETRY_FIRST.multipliedBy(1L << before);
      notBefore = now.plus(wait.compareTo(RETRY_MOST) > 0 ? RETRY_MOST : wait);
      LOG.log(
          Level.WARNING,
          "The certificate was not renewed, next try at {0}: {1}",
          notBefore,
          failure.getMessage());
    }
  }
}
