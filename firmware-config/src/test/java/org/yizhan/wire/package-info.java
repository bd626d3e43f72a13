@NullMarked
package org.yizhan.wire;

import org.jspecify.annotations.NullMarked;
