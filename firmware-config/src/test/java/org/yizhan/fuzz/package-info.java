/**
 * Runs Jazzer over every reader of foreign bytes in this module. Start at {@link
 * org.yizhan.fuzz.FuzzTest}; the targets stand beside what they attack.
 */
@NullMarked
package org.yizhan.fuzz;

import org.jspecify.annotations.NullMarked;
