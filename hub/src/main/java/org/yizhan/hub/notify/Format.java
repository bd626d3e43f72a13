package org.yizhan.hub.notify;

import org.yizhan.hub.notice.Letter;

/** How one kind of channel wants a message. */
sealed interface Format permits HttpFormat, MailFormat {
  Limits limits();

  /** How much of {@link Limits#bytes} this message takes. */
  int bytes(Letter letter);
}
