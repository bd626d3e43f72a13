/**
 * Parts that are not there: driven by a script, or by the lifelike generator, which invents a
 * station's day from a seed. A station with one such part says so everywhere. Start at {@link
 * SimulatedStation}.
 */
@NullMarked
package org.yizhan.edge.hardware.simulated;

import org.jspecify.annotations.NullMarked;
