@NullMarked
package org.yizhan.config;

import org.jspecify.annotations.NullMarked;
