/**
 * The station's journal: every fact first goes here, durable, numbered and checked. Start at {@link
 * Journal}. Never decides what a fact means.
 */
@NullMarked
package org.yizhan.edge.journal;

import org.jspecify.annotations.NullMarked;
