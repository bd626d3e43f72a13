@NullMarked
package org.yizhan.hub.demo;

import org.jspecify.annotations.NullMarked;
