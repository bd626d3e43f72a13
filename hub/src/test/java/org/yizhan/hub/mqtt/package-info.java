/** The stations' MQTT server, tried over real sockets with honest and hostile clients. */
@NullMarked
package org.yizhan.hub.mqtt;

import org.jspecify.annotations.NullMarked;
