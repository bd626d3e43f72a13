package org.yizhan.hub.web;

import java.util.Map;
import java.util.Optional;
import org.yizhan.hub.notify.Subscription;

/**
 * The way out every message carries. Looking does nothing, since mail programs look at links before
 * people do; a press, or a mail program's one-click POST (RFC 8058, which has no cookie and no form
 * of ours), ends the messages. Whoever has the link was sent a message: nothing else is asked.
 */
final class UnsubscribePages {
  private UnsubscribePages() {}

  static void look(Visit visit) {
    show(visit, find(visit));
  }

  static void leave(Visit visit) {
    Subscription subscription = find(visit);
    visit.site().parts().telling().subscriptions().unsubscribe(subscription.wayOut());
    show(visit, find(visit));
  }

  private static Subscription find(Visit visit) {
    Optional<Subscription> found =
        visit.site().parts().telling().subscriptions().byWayOut(visit.path("token"));
    return found.orElseThrow(() -> new NotFound(visit.texts().say("unsubscribe.gone")));
  }

  private static void show(Visit visit, Subscription subscription) {
    visit.show(
        200,
        "unsubscribe.jte",
        visit.page(""),
        Map.of(
            "token", subscription.wayOut(),
            "name", subscription.wish().name(),
            "done", subscription.unsubscribed()));
  }
}
