/**
 * The goods rest stations may stock, as a union keeps them: names, units, packages, pictograms,
 * seasons, barcodes. Start at {@link Catalogue}. What one station stocks is said by its profile.
 */
@NullMarked
package org.yizhan.hub.catalogue;

import org.jspecify.annotations.NullMarked;
