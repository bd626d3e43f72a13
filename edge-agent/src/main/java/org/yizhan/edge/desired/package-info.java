/**
 * What the hub wants this station to be, kept on the card: profile, issuer keys, revocations,
 * levels of the shelves, each with its revision. Start at {@link DesiredState}. Decides only
 * whether an order can be applied.
 */
@NullMarked
package org.yizhan.edge.desired;

import org.jspecify.annotations.NullMarked;
