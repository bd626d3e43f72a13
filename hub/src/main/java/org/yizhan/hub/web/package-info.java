/**
 * Pages, REST and live events over HTTP. Reads through {@link org.yizhan.hub.store.Readings} and
 * never touches a table. Start at {@link org.yizhan.hub.web.HubWeb}; what a page says is made in
 * {@code view}, how it is laid out stands in {@code src/main/jte} and {@code web/app.css}.
 */
@NullMarked
package org.yizhan.hub.web;

import org.jspecify.annotations.NullMarked;
