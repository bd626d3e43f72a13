/** The hub's command line. Edge. */
@NullMarked
package org.yizhan.hub.command;

import org.jspecify.annotations.NullMarked;
