/**
 * Groups, swaps and signed duty as they stand in the database. What is signed is a fact of the
 * hub's own journal and never written here. Start at {@link org.yizhan.hub.duty.book.DutyBook}.
 */
@NullMarked
package org.yizhan.hub.duty.book;

import org.jspecify.annotations.NullMarked;
