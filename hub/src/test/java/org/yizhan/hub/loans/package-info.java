@NullMarked
package org.yizhan.hub.loans;

import org.jspecify.annotations.NullMarked;
