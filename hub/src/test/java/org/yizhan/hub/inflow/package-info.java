/** The inflow, with a store that can be told to fail. */
@NullMarked
package org.yizhan.hub.inflow;

import org.jspecify.annotations.NullMarked;
