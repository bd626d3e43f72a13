/** Pages, REST and live events. Reads through Readings; never touches a table. */
@NullMarked
package org.yizhan.hub.web;

import org.jspecify.annotations.NullMarked;
