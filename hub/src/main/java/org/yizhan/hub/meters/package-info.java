/** What the hub measures of itself. Edge. */
@NullMarked
package org.yizhan.hub.meters;

import org.jspecify.annotations.NullMarked;
