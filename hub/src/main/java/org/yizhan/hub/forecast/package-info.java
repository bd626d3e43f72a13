/**
 * How long a supply lasts: days left of an item at a station as P10, P50 and P90, from what was
 * taken before. Pure; it must never invent knowledge: days nobody knows about stay unknown, a shelf
 * counted twice a week apart gives one total and not seven days, and too little knowledge is an
 * answer of its own. Start at {@link org.yizhan.hub.forecast.DemandModel#fit}, then {@link
 * org.yizhan.hub.forecast.DaysLeft#of}.
 *
 * <p>The level is smoothed by SES or TSB (Teunter, Syntetos, Babai 2011, "Intermittent demand:
 * linking forecasting to inventory obsolescence", EJOR 214), whichever erred less on this series;
 * the demand of the coming days is negative binomial, computed and not simulated.
 */
@NullMarked
package org.yizhan.hub.forecast;

import org.jspecify.annotations.NullMarked;
