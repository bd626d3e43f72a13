/** Small files on the card that are whole or as before, whenever the power goes. Edge. */
@NullMarked
package org.yizhan.edge.card;

import org.jspecify.annotations.NullMarked;
