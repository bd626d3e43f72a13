/**
 * The whole way with real parts: hub and agent as processes, TLS and MQTT between them, a pass
 * printed as a picture and read as a scanner reads it, the chart in a browser. Start at {@code
 * DoorScanJourneyTest}.
 */
@NullMarked
package org.yizhan.journey;

import org.jspecify.annotations.NullMarked;
