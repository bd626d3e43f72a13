/** The local status page, metrics and the command socket of a running agent. Edge. */
@NullMarked
package org.yizhan.edge.panel;

import org.jspecify.annotations.NullMarked;
