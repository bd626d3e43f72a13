/** The store on SQLite, tried on real files. */
@NullMarked
package org.yizhan.hub.store.sqlite;

import org.jspecify.annotations.NullMarked;
