/** Runs the station: one inbox, one loop, one owner of the state. Start at {@code StationLoop}. */
@NullMarked
package org.yizhan.edge.loop;

import org.jspecify.annotations.NullMarked;
