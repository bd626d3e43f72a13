@NullMarked
package org.yizhan.hub.orders;

import org.jspecify.annotations.NullMarked;
