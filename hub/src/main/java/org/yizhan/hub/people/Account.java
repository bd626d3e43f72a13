package org.yizhan.hub.people;

import java.time.Instant;

/**
 * Somebody who may sign in.
 *
 * @param usable false while no password was ever set: the first link has not been used
 */
public record Account(AccountName name, Role role, boolean usable, Instant created) {}
