@NullMarked
package org.yizhan.hub.command;

import org.jspecify.annotations.NullMarked;
