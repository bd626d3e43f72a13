@NullMarked
package org.yizhan.hub.labels;

import org.jspecify.annotations.NullMarked;
