/**
 * The agent as a program: {@link org.yizhan.edge.EdgeMain} is its command line, {@link
 * org.yizhan.edge.Agent} starts everything in the right order, the door first. Edge.
 */
@NullMarked
package org.yizhan.edge;

import org.jspecify.annotations.NullMarked;
