/** Stock levels folded from facts. Pure. */
@NullMarked
package org.yizhan.hub.stock;

import org.jspecify.annotations.NullMarked;
