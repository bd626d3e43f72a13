/** How stations are: health and usable-now, computed and never declared. Pure. */
@NullMarked
package org.yizhan.hub.fleet;

import org.jspecify.annotations.NullMarked;
