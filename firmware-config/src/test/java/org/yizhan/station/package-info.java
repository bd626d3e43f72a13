@NullMarked
package org.yizhan.station;

import org.jspecify.annotations.NullMarked;
