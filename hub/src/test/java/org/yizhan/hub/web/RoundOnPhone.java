package org.yizhan.hub.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * A round of three items in Chromium at the size of a phone, by taps, timed: from the address a
 * scanned code opens to the closed round. Machine time and nothing else: no pause for a person to
 * read or to walk.
 */
public final class RoundOnPhone extends WithShelf {
  private static final String[] ITEMS = {"water-550ml", "mask", "heat-pad"};
  private static final int FACTS_BEFORE = 3;

  private RoundOnPhone() {}

  /**
   * A round with a network.
   *
   * @param firstSightSeconds until the list with its buttons was there
   * @param seconds until the hub had closed it
   * @param proofSeconds until it had the picture as well
   */
  public record Measured(double firstSightSeconds, double seconds, double proofSeconds, int taps) {}

  /**
   * A round begun without a network.
   *
   * @param secondsToDone from opening the page, which this phone had seen before, to the last tap's
   *     answer
   * @param keptOnce whether the hub then had each count, the round and the picture exactly once
   */
  public record Offline(double secondsToDone, boolean keptOnce) {}

  @FunctionalInterface
  private interface Measurement<T> {
    T run(RoundOnPhone scene, PhoneNetwork network);
  }

  private static <T> T in(Path folder, PhoneNetwork.Speed speed, Measurement<T> measurement) {
    RoundOnPhone scene = new RoundOnPhone();
    try {
      scene.open(Files.createTempDirectory(folder, "hub"));
      scene.empty();
      try (PhoneNetwork network = new PhoneNetwork(scene.hub.web().port(), speed)) {
        return measurement.run(scene, network);
      } finally {
        scene.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void empty() {
    send(
        joined("王"),
        message(
            key(),
            entry("water-550ml").put("found", 3),
            entry("mask").put("found", 7),
            entry("heat-pad").put("found", 0)));
    clock.advance(Duration.ofDays(2));
  }

  /** Lets the phone in, without having seen a page of ours. */
  private void letIn(Browser browser, PhoneNetwork network, int slower) {
    String cookie = Objects.requireNonNull(joined("林").cookies().get("yizhan-phone"));
    browser.devTools(
        "Network.setCookie",
        Map.of(
            "name",
            "yizhan-phone",
            "value",
            cookie,
            "url",
            network.url("/"),
            "httpOnly",
            true,
            "expires",
            4_000_000_000L));
    throttle(browser, slower);
  }

  private static void throttle(Browser browser, int slower) {
    browser.devTools("Emulation.setCPUThrottlingRate", Map.of("rate", slower));
  }

  private static double seconds(long sinceNanos) {
    return (System.nanoTime() - sinceNanos) / 1e9;
  }

  /** With a network, on a phone that never saw the page. */
  public static Measured online(Path folder, PhoneNetwork.Speed speed, int slower) {
    Path picture = VolunteersHand.picture(folder);
    return in(
        folder,
        speed,
        (scene, network) -> {
          try (Browser browser = Browser.open()) {
            scene.letIn(browser, network, slower);
            VolunteersHand hand = new VolunteersHand(browser);
            long began = System.nanoTime();
            browser.open(network.url("/s/" + STATION));
            browser.waitFor("#claim");
            double firstSight = seconds(began);
            hand.go();
            hand.fill(ITEMS);
            hand.photograph(picture);
            hand.tap("#done");
            browser.waitFor("#outcome[data-state=closed]");
            double closed = seconds(began);
            browser.waitFor("#status:not(:has(.waiting))");
            return new Measured(firstSight, closed, seconds(began), hand.taps());
          }
        });
  }

  /** Begun without a network, the browser closed, sent when it is opened again with one. */
  public static Offline offline(Path folder, PhoneNetwork.Speed speed, int slower) {
    Path picture = VolunteersHand.picture(folder);
    return in(
        folder,
        speed,
        (scene, network) -> {
          try {
            Path profile = Files.createTempDirectory(folder, "profile");
            double done = scene.roundInBasement(network, profile, picture, slower);
            network.mend();
            try (Browser browser = Browser.openWith(profile)) {
              throttle(browser, slower);
              browser.open(network.url("/s/" + STATION));
              browser.waitFor("#outcome[data-state=closed]");
              browser.waitFor("#status:not(:has(.waiting))");
            }
            return new Offline(done, scene.isKeptOnce());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private double roundInBasement(PhoneNetwork network, Path profile, Path picture, int slower) {
    try (Browser browser = Browser.openWith(profile)) {
      letIn(browser, network, slower);
      browser.open(network.url("/s/" + STATION));
      browser.waitFor("#phone[data-ready=yes]");
      network.cut();
      VolunteersHand hand = new VolunteersHand(browser);
      long began = System.nanoTime();
      browser.open(network.url("/s/" + STATION));
      hand.go();
      hand.fill(ITEMS);
      hand.photograph(picture);
      hand.tap("#done");
      browser.waitFor("#outcome[data-state=kept]");
      return seconds(began);
    }
  }

  private boolean isKeptOnce() {
    var rounds = hub.parts().shelves().rounds().latest(STATION, 10);
    return hub.parts().readings().lastFacts(STATION, 100).size() == FACTS_BEFORE + ITEMS.length
        && rounds.size() == 1
        && rounds.getFirst().ended().isPresent()
        && rounds.getFirst().photos() == 1;
  }
}
