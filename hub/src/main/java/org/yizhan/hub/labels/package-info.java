/**
 * What is printed and hung up at a station: sheets with the code a phone scans. Start at {@link
 * LabelSheet}. It writes no files and knows no station but what it is given.
 */
@NullMarked
package org.yizhan.hub.labels;

import org.jspecify.annotations.NullMarked;
