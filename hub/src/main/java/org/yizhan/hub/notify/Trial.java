package org.yizhan.hub.notify;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yizhan.hub.notice.Letter;
import org.yizhan.hub.notice.NoticeWords;
import org.yizhan.hub.notice.Urgency;
import org.yizhan.hub.settings.PagesAddress;

/** Tries an address: one message, now, whatever the hour, past the queue. */
public final class Trial {
  private Trial() {}

  /**
   * Sends it and says what was answered.
   *
   * @param pages where people reach the hub's pages
   */
  public static Outcome send(
      Subscription to, Senders senders, Optional<String> pages, InstantSource clock) {
    Optional<String> reachable = pages.filter(PagesAddress::isReachable);
    return senders.send(
        to.wish().channel(),
        new Letter(
            UUID.randomUUID().toString(),
            clock.instant(),
            to.wish().tongue(),
            Urgency.CALM,
            List.of(NoticeWords.trial(to.wish().tongue(), to.wish().name())),
            0,
            reachable,
            Letters.wayOut(to, reachable)));
  }
}
