@NullMarked
package org.yizhan.pass;

import org.jspecify.annotations.NullMarked;
