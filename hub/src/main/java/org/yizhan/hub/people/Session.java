package org.yizhan.hub.people;

import java.time.Instant;

/** Somebody is signed in since {@code opened}. */
public record Session(Account account, Instant opened) {}
