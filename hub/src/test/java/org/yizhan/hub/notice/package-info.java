@NullMarked
package org.yizhan.hub.notice;

import org.jspecify.annotations.NullMarked;
