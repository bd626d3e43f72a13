/**
 * What a station is: its identity, its place in the union tree, its fixtures and its rules. Pure
 * values; nothing here reads a clock, a file or a network. Start at {@link StationProfile}.
 */
@NullMarked
package org.yizhan.station;

import org.jspecify.annotations.NullMarked;
