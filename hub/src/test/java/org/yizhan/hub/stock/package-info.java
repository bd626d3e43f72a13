/** Tests of the levels of stock. */
@NullMarked
package org.yizhan.hub.stock;

import org.jspecify.annotations.NullMarked;
