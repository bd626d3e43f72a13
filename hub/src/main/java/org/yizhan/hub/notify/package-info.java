/**
 * How people are told: addresses (group robots, ntfy, e-mail, webhooks), a queue that survives a
 * kill, and the loop that empties it. Other parts know {@link Notices} only. Never broadcasts:
 * every notice goes to one role of one station. Start at {@link NoticeQueue}, then {@link
 * NoticePost}. Edge.
 */
@NullMarked
package org.yizhan.hub.notify;

import org.jspecify.annotations.NullMarked;
