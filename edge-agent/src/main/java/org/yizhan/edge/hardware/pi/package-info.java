/**
 * Parts on a Raspberry Pi's pins, by Pi4J: relays, lights, contacts, beams and an SHT3x on I2C.
 * None of it is loaded for a station that uses no pins. Start at {@link GpioPins} and {@link
 * Sht3x}.
 */
@NullMarked
package org.yizhan.edge.hardware.pi;

import org.jspecify.annotations.NullMarked;
