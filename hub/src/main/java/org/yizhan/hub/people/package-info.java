/**
 * Who may use the hub's pages and API: accounts, roles, passwords, sessions, one-time links and API
 * tokens. Start at {@link org.yizhan.hub.people.Accounts}. Passwords are kept as Argon2id, random
 * tokens as SHA-256; nothing here knows of HTTP, and workers at the door have no account at all.
 */
@NullMarked
package org.yizhan.hub.people;

import org.jspecify.annotations.NullMarked;
