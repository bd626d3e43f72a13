/** Admissions, door movements and beams folded into visits with their evidence. Pure. */
@NullMarked
package org.yizhan.hub.visits;

import org.jspecify.annotations.NullMarked;
