package org.yizhan.hub.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yizhan.hub.notice.MatterKey;
import org.yizhan.hub.notify.Outcome;
import org.yizhan.hub.notify.Subscription;
import org.yizhan.hub.notify.Subscriptions;
import org.yizhan.hub.people.Account;
import org.yizhan.hub.people.Role;
import org.yizhan.hub.web.view.ChannelView;
import org.yizhan.hub.web.view.NoticesView;

/**
 * Telling people: what stands and who was told, the channels and how they fare. Everybody who signs
 * in may look; an administrator changes things. No page ever shows an address whole.
 */
final class NoticePages {
  private static final String ROOT = "/notices";
  private static final int MUTE_HOURS_MAX = 24 * 366;

  private final Trials trials;

  NoticePages(Site site) {
    this.trials = new Trials(site.parts());
  }

  static boolean mayChange(Visit visit) {
    return visit.who().map(Account::role).filter(Role.ADMIN::equals).isPresent();
  }

  private static void requireMayChange(Visit visit) {
    if (!mayChange(visit)) {
      throw new BadRequest("notices", visit.texts().say("notices.not-yours"));
    }
  }

  void list(Visit visit) {
    String place = NetworkPages.place(visit);
    HubWeb.Parts parts = visit.site().parts();
    visit.show(
        200,
        "notices.jte",
        visit.page("notices"),
        Map.of(
            "view",
            NoticesView.of(
                new NoticesView.Read(
                    parts.telling().matters().matters(place),
                    parts.telling().subscriptions().standings(),
                    parts.readings().stations(visit.now())),
                place,
                visit.now(),
                visit.texts()),
            "mayChange",
            mayChange(visit)));
  }

  /** Somebody sees to it: nobody further is told. */
  void handled(Visit visit) {
    requireMayChange(visit);
    Optional<String> by = visit.who().map(account -> account.name().value());
    try {
      visit.site().parts().telling().matters().acknowledge(new MatterKey(visit.form("matter")), by);
    } catch (IllegalArgumentException noKey) {
      throw new NotFound(visit.texts().say("notices.no-matter"));
    }
    String place = visit.form("place");
    visit.goTo(place.matches("[a-z0-9/-]{1,200}") ? ROOT + "?place=" + place : ROOT);
  }

  void channel(Visit visit) {
    show(visit, find(visit), 200, "");
  }

  private void show(Visit visit, Subscription channel, int status, String problem) {
    HubWeb.Parts parts = visit.site().parts();
    Subscriptions.Standing standing =
        parts.telling().subscriptions().standings().stream()
            .filter(each -> each.subscription().number() == channel.number())
            .findFirst()
            .orElseThrow(() -> new NotFound(visit.texts().say("notices.no-channel")));
    visit.show(
        status,
        "channel.jte",
        visit.page("notices"),
        Map.of(
            "view",
            ChannelView.of(
                standing,
                trials.last(channel).map(NoticePages::tried),
                parts.readings().stations(visit.now()),
                visit.now(),
                visit.texts()),
            "mayChange",
            mayChange(visit),
            "problem",
            problem));
  }

  private static ChannelView.Tried tried(Trials.Tried tried) {
    return new ChannelView.Tried(
        tried.at(),
        tried.outcome().isEmpty(),
        tried
            .outcome()
            .flatMap(
                outcome ->
                    switch (outcome) {
                      case Outcome.Delivered _ -> Optional.empty();
                      case Outcome.Failed(String why, Duration _) -> Optional.of(why);
                    }));
  }

  private static Subscription find(Visit visit) {
    Optional<Subscription> found =
        Subscription.isName(visit.path("name"))
            ? visit.site().parts().telling().subscriptions().find(visit.path("name"))
            : Optional.empty();
    return found.orElseThrow(() -> new NotFound(visit.texts().say("notices.no-channel")));
  }

  /** Sends a real message at once; its answer is shown on the channel's page. */
  void test(Visit visit) {
    requireMayChange(visit);
    Subscription channel = find(visit);
    if (trials.send(channel, visit.site().address(visit.context()))) {
      goToChannel(visit, channel);
    } else {
      show(
          visit,
          channel,
          429,
          visit.texts().say("notices.test.too-often", Trials.PAUSE.toSeconds()));
    }
  }

  private static void goToChannel(Visit visit, Subscription channel) {
    visit.goTo(ROOT + "/channels/" + channel.wish().name());
  }

  /** Quiet for some hours, until told otherwise, or no longer. */
  void mute(Visit visit) {
    requireMayChange(visit);
    Subscription channel = find(visit);
    Instant until =
        switch (visit.form("for")) {
          case "off" -> Instant.EPOCH;
          case "always" -> Instant.MAX;
          case String hours when hours.matches("[1-9]\\d{0,3}") -> {
            int count = Math.min(MUTE_HOURS_MAX, Integer.parseInt(hours));
            yield visit.now().plus(Duration.ofHours(count));
          }
          default -> throw new BadRequest("for", visit.texts().say("notices.wrong.mute"));
        };
    visit.site().parts().telling().subscriptions().mute(channel.wish().name(), until);
    goToChannel(visit, channel);
  }

  void remove(Visit visit) {
    requireMayChange(visit);
    visit.site().parts().telling().subscriptions().remove(find(visit).wish().name());
    visit.goTo(ROOT);
  }

  /** The kinds there are, to choose one. */
  void kinds(Visit visit) {
    requireMayChange(visit);
    visit.show(200, "channelkinds.jte", visit.page("notices"), Map.of("kinds", ChannelForm.KINDS));
  }

  void form(Visit visit) {
    requireMayChange(visit);
    String kind = kind(visit);
    showForm(visit, 200, ChannelForm.empty(kind), List.of());
  }

  private static String kind(Visit visit) {
    String kind = visit.path("kind");
    if (!ChannelForm.KINDS.contains(kind)) {
      throw new NotFound(visit.texts().say("notices.no-kind"));
    }
    return kind;
  }

  private static void showForm(
      Visit visit, int status, ChannelView.Form form, List<ChannelView.Wrong> wrong) {
    visit.show(
        status,
        "channelform.jte",
        visit.page("notices"),
        Map.of(
            "form",
            form,
            "wrong",
            wrong,
            "scopes",
            ChannelView.scopes(
                visit.site().parts().readings().stations(visit.now()), visit.texts())));
  }

  void add(Visit visit) {
    requireMayChange(visit);
    ChannelForm form = new ChannelForm(visit, kind(visit));
    Optional<Subscription.Wish> wish = form.wish();
    if (wish.isPresent()) {
      try {
        if (visit.site().parts().telling().subscriptions().add(wish.get())) {
          visit.goTo(ROOT + "/channels/" + wish.get().name());
          return;
        }
        form.wrong("name", "notices.wrong.name.taken");
      } catch (IllegalStateException full) {
        form.wrong("name", "notices.wrong.full");
      }
    }
    showForm(visit, 400, form.typed(), form.problems());
  }
}
