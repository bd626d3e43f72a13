@NullMarked
package org.yizhan.hub.plan;

import org.jspecify.annotations.NullMarked;
