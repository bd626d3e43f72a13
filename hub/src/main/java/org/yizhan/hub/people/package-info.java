/** Accounts, roles and passwords. Edge only in its store. */
@NullMarked
package org.yizhan.hub.people;

import org.jspecify.annotations.NullMarked;
