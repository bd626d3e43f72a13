@NullMarked
package org.yizhan.hub.identity;

import org.jspecify.annotations.NullMarked;
