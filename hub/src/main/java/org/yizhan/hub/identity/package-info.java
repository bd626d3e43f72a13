/** The hub's own certificate authority and enrolment (EST, RFC 7030). Edge. */
@NullMarked
package org.yizhan.hub.identity;

import org.jspecify.annotations.NullMarked;
