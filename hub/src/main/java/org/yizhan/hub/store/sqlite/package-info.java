/**
 * The hub's memory in one SQLite file. {@link HubDatabase} opens it (and brings its schema up to
 * date); {@link SqliteFactStore} takes facts in and folds them in the same transaction; {@link
 * SqliteReadings} answers pages. One connection writes, under a lock; others only read. Edge.
 */
@NullMarked
package org.yizhan.hub.store.sqlite;

import org.jspecify.annotations.NullMarked;
