/**
 * What an operator may set on a hub, kept in its database: {@link HubSetting} names each with its
 * bounds, {@link HubSettings} reads and writes them. Edge.
 */
@NullMarked
package org.yizhan.hub.settings;

import org.jspecify.annotations.NullMarked;
