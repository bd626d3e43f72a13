/** What every store of facts must do, and the journals to try it with. */
@NullMarked
package org.yizhan.hub.store;

import org.jspecify.annotations.NullMarked;
