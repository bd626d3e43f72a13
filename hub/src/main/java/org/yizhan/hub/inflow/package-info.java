/** The one way facts come in. Both MQTT edges call {@link org.yizhan.hub.inflow.Inflow}. */
@NullMarked
package org.yizhan.hub.inflow;

import org.jspecify.annotations.NullMarked;
