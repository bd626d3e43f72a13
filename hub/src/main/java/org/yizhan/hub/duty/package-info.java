/**
 * Stations that their riders run themselves: whose week of duty it is, what was signed, and how
 * many hours the station is open because of it. Pure; tables are in {@code duty.book}. It must
 * never count an hour that nobody signed for. Start at {@link Rota} and {@link HoursGained}.
 */
@NullMarked
package org.yizhan.hub.duty;

import org.jspecify.annotations.NullMarked;
