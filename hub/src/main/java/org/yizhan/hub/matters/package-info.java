/**
 * What people say of a station: that something is broken, missing or dirty, that they could not get
 * in, that a thing was found or lost. Each matter has a number, an answer and a rating. Start at
 * {@link Matters}, which reads; {@link MatterRules} says who may do what. Nothing is written here:
 * what people tell are facts and go the way of all facts. Never say who raised a matter, and never
 * hand out its id: whoever holds it may rate.
 */
@NullMarked
package org.yizhan.hub.matters;

import org.jspecify.annotations.NullMarked;
