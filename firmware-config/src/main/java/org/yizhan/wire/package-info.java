/**
 * The contract between station and hub: facts go up, orders come down. Pure values and one codec;
 * no network here. Start at {@link Fact}, {@link Envelope} and {@link WireCodec}; the same contract
 * for other readers is the resource {@code asyncapi.yaml}, and tests keep the two equal.
 */
@NullMarked
package org.yizhan.wire;

import org.jspecify.annotations.NullMarked;
