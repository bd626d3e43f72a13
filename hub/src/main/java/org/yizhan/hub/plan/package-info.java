/**
 * The restock plan of a district: which stations, what to load, in which order. Nobody drives to a
 * full shelf: a station above its minimum is visited only on the way of a round that goes anyway,
 * and only where that saves a trip soon ({@link org.yizhan.hub.plan.PlanRules}).
 *
 * <p>Pure: stations and carriers in, a plan out, the same for the same input. It never looks up a
 * level, a forecast or a map, and never assigns a person; whoever calls it does. Begin with {@code
 * RestockPlanner.plan}.
 */
@NullMarked
package org.yizhan.hub.plan;

import org.jspecify.annotations.NullMarked;
