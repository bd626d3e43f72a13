/**
 * The hub's command line, and the wiring of a running hub. {@link HubCommandLine} is the tree of
 * commands, {@link RunningHub} puts the parts together. Commands open the database beside a living
 * hub, which notices what they change. Edge.
 */
@NullMarked
package org.yizhan.hub.command;

import org.jspecify.annotations.NullMarked;
