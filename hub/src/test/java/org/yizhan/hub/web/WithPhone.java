package org.yizhan.hub.web;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.hub.people.Volunteer;

/** A real browser before a hub, as a phone at a shelf. */
class WithPhone extends WithShelf {
  @TempDir Path folder;

  /** Three items below their minimum. */
  final void empty() {
    send(
        joined("王"),
        message(
            key(),
            entry("water-550ml").put("found", 3),
            entry("mask").put("found", 7),
            entry("heat-pad").put("found", 0)));
    clock.advance(Duration.ofDays(2));
  }

  final String invitation() {
    return hub.parts()
        .shelves()
        .volunteers()
        .invite(Volunteer.Kind.VOLUNTEER, List.of(STATION), Duration.ofDays(1), 5);
  }

  final void join(Browser browser, PhoneNetwork network) {
    browser.open(network.url("/join/" + invitation() + "?lang=en"));
    browser.type("#nickname", "Lin");
    browser.click("button.primary");
    browser.waitFor("#phone[data-step]");
  }

  final PhoneNetwork network() {
    return new PhoneNetwork(hub.web().port(), PhoneNetwork.Speed.FAST);
  }

  final int units(String code) {
    return item(phone, code).getInteger("units");
  }

  /** How often the hub answered such a call with this status. */
  final long answered(String route, int status) {
    var timer =
        hub.parts()
            .meters()
            .find("yizhan.web.requests")
            .tag("route", route)
            .tag("status", Integer.toString(status))
            .timer();
    return timer == null ? 0 : timer.count();
  }
}
