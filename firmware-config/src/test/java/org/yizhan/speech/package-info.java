/** Tests of the command lines' language. */
@NullMarked
package org.yizhan.speech;

import org.jspecify.annotations.NullMarked;
