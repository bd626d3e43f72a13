@NullMarked
package org.yizhan.hub.people;

import org.jspecify.annotations.NullMarked;
