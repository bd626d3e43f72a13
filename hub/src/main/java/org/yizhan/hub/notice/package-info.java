/**
 * What people are told, who, when, and in which words: notices, audiences, quiet hours, escalation,
 * digests. Never sends anything and never knows an address; that is {@code org.yizhan.hub.notify}.
 * Start at {@link Notice}; every sentence a person reads is made in {@link NoticeWords}. Pure.
 */
@NullMarked
package org.yizhan.hub.notice;

import org.jspecify.annotations.NullMarked;
