/** Judges an envelope against a station's cursor: accepted, duplicate, gap or rejected. Pure. */
@NullMarked
package org.yizhan.hub.intake;

import org.jspecify.annotations.NullMarked;
