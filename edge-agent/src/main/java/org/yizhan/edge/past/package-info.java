/**
 * Lives through past days with simulated hardware, quickly but by the same loop, so that a
 * demonstration begins with a history. Start at {@link LivedPast}.
 */
@NullMarked
package org.yizhan.edge.past;

import org.jspecify.annotations.NullMarked;
