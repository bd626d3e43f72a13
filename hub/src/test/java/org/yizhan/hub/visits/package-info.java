/** Visits, case by case. */
@NullMarked
package org.yizhan.hub.visits;

import org.jspecify.annotations.NullMarked;
