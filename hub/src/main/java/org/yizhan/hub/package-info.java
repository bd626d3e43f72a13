/** The hub's program. Start at {@link HubMain}. */
@NullMarked
package org.yizhan.hub;

import org.jspecify.annotations.NullMarked;
