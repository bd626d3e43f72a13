/**
 * How many people are inside: an estimate from beams, door and presence that corrects its own
 * drift. Pure.
 */
@NullMarked
package org.yizhan.edge.occupancy;

import org.jspecify.annotations.NullMarked;
