/** The stations' MQTT 5 server: mutual TLS, own topics only. Calls Inflow and nothing else. */
@NullMarked
package org.yizhan.hub.mqtt;

import org.jspecify.annotations.NullMarked;
