@NullMarked
package org.yizhan.hub.usage;

import org.jspecify.annotations.NullMarked;
