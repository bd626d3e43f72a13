/**
 * The decision at the door: {@code EntryRules} turns a verdict on a pass into admit or refuse.
 * Pure.
 */
@NullMarked
package org.yizhan.edge.entry;

import org.jspecify.annotations.NullMarked;
