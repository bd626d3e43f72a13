/** Temperature and humidity against limits, with hysteresis. Pure. */
@NullMarked
package org.yizhan.edge.climate;

import org.jspecify.annotations.NullMarked;
