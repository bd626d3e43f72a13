@NullMarked
package org.yizhan.hub.web;

import org.jspecify.annotations.NullMarked;
