/**
 * The demonstration: a hub and some simulated stations as separate processes on one computer,
 * enrolled and connected as real ones are, and simulated volunteers who look after them over HTTP
 * as phones do. Knows the stations' program only by its command line. Start at {@link Demo}.
 */
@NullMarked
package org.yizhan.hub.demo;

import org.jspecify.annotations.NullMarked;
