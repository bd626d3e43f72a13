/**
 * The contract between station and hub: facts go up, orders come down. Pure values and one codec;
 * no network here. Start at {@link Fact} and {@link Envelope}; the same contract for other readers
 * is {@code asyncapi.yaml} beside the golden samples, and a test keeps the two equal.
 */
@NullMarked
package org.yizhan.wire;

import org.jspecify.annotations.NullMarked;
