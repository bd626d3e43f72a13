/** When there is power behind each relay: {@code Power} decides. Pure. */
@NullMarked
package org.yizhan.edge.power;

import org.jspecify.annotations.NullMarked;
