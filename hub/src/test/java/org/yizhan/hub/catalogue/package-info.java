/** Tests of the levels of stock. */
@NullMarked
package org.yizhan.hub.catalogue;

import org.jspecify.annotations.NullMarked;
