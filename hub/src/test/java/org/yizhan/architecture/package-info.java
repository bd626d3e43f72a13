/**
 * The repository tests its own shape: what may import what, how large a file may grow, how code is
 * formatted. Start at {@code ArchitectureTest}.
 */
@NullMarked
package org.yizhan.architecture;

import org.jspecify.annotations.NullMarked;
