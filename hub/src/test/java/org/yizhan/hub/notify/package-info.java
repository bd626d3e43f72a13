@NullMarked
package org.yizhan.hub.notify;

import org.jspecify.annotations.NullMarked;
