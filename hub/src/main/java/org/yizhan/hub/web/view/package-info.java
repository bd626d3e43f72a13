/**
 * What pages show: readings turned into words, figures and ages in the reader's language. Pure; the
 * templates in {@code src/main/jte} only lay these records out. Start at {@link
 * org.yizhan.hub.web.view.Texts} and {@link org.yizhan.hub.web.view.OverviewView}.
 */
@NullMarked
package org.yizhan.hub.web.view;

import org.jspecify.annotations.NullMarked;
