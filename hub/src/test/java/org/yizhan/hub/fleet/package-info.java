/** Usable now, case by case. */
@NullMarked
package org.yizhan.hub.fleet;

import org.jspecify.annotations.NullMarked;
