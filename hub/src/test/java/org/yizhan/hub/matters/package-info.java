@NullMarked
package org.yizhan.hub.matters;

import org.jspecify.annotations.NullMarked;
