/**
 * The QR scanner on a serial line: bytes in, whole codes out, bounded and rate-limited. Start at
 * {@code SerialScanner}.
 */
@NullMarked
package org.yizhan.edge.hardware.serial;

import org.jspecify.annotations.NullMarked;
