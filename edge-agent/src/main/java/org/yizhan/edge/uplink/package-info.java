/**
 * The way to the hub: {@code Outbox} is the protocol (pure bookkeeping, no threads), {@code
 * PahoUplink} the MQTT 5 connection. The journal is the only memory. Start at {@code Outbox}.
 */
@NullMarked
package org.yizhan.edge.uplink;

import org.jspecify.annotations.NullMarked;
