package org.yizhan.hub.notify;

/**
 * What a channel takes.
 *
 * @param perMinute messages in any 60 seconds to one address
 * @param bytes of what {@link Format#bytes} counts, in UTF-8
 */
record Limits(int perMinute, int bytes) {}
