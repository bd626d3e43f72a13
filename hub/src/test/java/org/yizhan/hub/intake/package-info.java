/** Judging envelopes, case by case. */
@NullMarked
package org.yizhan.hub.intake;

import org.jspecify.annotations.NullMarked;
