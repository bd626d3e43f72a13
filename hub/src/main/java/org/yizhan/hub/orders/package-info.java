/** Desired state for stations: which orders are not yet applied. */
@NullMarked
package org.yizhan.hub.orders;

import org.jspecify.annotations.NullMarked;
