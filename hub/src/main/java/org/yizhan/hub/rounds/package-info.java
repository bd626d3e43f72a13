/**
 * Restock rounds: who is on the way to a station, what they proved. Start at {@link Rounds}. A
 * round moves no stock: what was put on the shelf are facts, and go another way.
 */
@NullMarked
package org.yizhan.hub.rounds;

import org.jspecify.annotations.NullMarked;
