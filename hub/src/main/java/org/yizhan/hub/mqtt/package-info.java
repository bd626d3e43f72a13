/**
 * The stations' MQTT 5 server: mutual TLS, own topics only. Start at {@link EmbeddedMqtt}; one
 * {@link StationLink} is one station's connection. Hands everything to Inflow and sends what
 * DesiredOrders wants; decides nothing about facts.
 */
@NullMarked
package org.yizhan.hub.mqtt;

import org.jspecify.annotations.NullMarked;
