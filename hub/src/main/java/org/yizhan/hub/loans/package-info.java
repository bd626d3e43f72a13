/**
 * Things that are lent and brought back with a scan: umbrellas, power banks, tools. {@link Loan} is
 * the fold of what was told of one thing, {@link LentThings} the register, {@link Loans} what
 * people do. Start at {@link Loans}. It never learns who borrowed what: a phone keeps a text of its
 * own for every loan, and the hub that text's hash.
 */
@NullMarked
package org.yizhan.hub.loans;

import org.jspecify.annotations.NullMarked;
