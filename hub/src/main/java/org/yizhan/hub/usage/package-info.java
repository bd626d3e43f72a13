/** Visits by hour, day and the 7×24 matrix; small groups hidden. Pure. */
@NullMarked
package org.yizhan.hub.usage;

import org.jspecify.annotations.NullMarked;
