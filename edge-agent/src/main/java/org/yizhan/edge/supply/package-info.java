/** Shelf weights into whole units. Pure. */
@NullMarked
package org.yizhan.edge.supply;

import org.jspecify.annotations.NullMarked;
