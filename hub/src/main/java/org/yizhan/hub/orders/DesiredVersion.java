package org.yizhan.hub.orders;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * The versions of what stations shall have. A version is the millisecond it was made in, and always
 * above the one before: a hub restored from an older copy cannot give a number again to other
 * content.
 */
public enum DesiredVersion {
  /** The keys whose passes open doors. */
  ISSUERS,
  /** The list of passes that open no more. */
  REVOCATIONS,
  /** Some station's profile. */
  PROFILES,
  /** Which stations are in use and which certificates speak for them. */
  STATIONS;

  /** Raises this version within the caller's transaction. */
  public void raise(Handle handle, Instant now) {
    handle.execute(
        "UPDATE desired_version SET version = max(version + 1, ?) WHERE kind = ?",
        now.toEpochMilli(),
        name());
  }

  long read(Handle handle) {
    return handle
        .createQuery("SELECT version FROM desired_version WHERE kind = :kind")
        .bind("kind", name())
        .mapTo(Long.class)
        .one();
  }
}
