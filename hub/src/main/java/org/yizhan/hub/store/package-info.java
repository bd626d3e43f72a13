/**
 * The hub's memory behind ports: {@link FactStore} takes facts in, {@link Readings} gives pages
 * what they show. {@code .sqlite} is the default; another database is another adapter.
 */
@NullMarked
package org.yizhan.hub.store;

import org.jspecify.annotations.NullMarked;
