/** Tests of what pages show. */
@NullMarked
package org.yizhan.hub.web.view;

import org.jspecify.annotations.NullMarked;
