package org.yizhan.hub.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.yizhan.hub.people.Volunteer;

/** Takes a picture of every state of the volunteers' page: {@code PhoneGallery FOLDER}. */
final class PhoneGallery extends WithShelf {
  private static final List<String> LOOKS =
      List.of("phone-light-zh", "phone-dark-en", "phone-light-en", "desk-light-en", "desk-dark-zh");

  private final Path out;

  private PhoneGallery(Path out) {
    this.out = out;
  }

  public static void main(String[] args) throws Exception {
    Path out = Files.createDirectories(Path.of(args[0]));
    for (String look : LOOKS) {
      PhoneGallery gallery = new PhoneGallery(out);
      gallery.open(Files.createTempDirectory("gallery"));
      try (Browser browser = Browser.open()) {
        gallery.walk(browser, look);
      } finally {
        gallery.close();
      }
    }
  }

  private void walk(Browser browser, String look) {
    browser.dark(look.contains("dark"));
    String lang = "lang=" + look.substring(look.length() - 2);
    Shot shot = name -> shoot(browser, name + "-" + look, look.startsWith("phone"));
    try (PhoneNetwork network = new PhoneNetwork(hub.web().port(), PhoneNetwork.Speed.FAST)) {
      browser.open(network.url("/s/kiosk-01?" + lang));
      browser.waitFor("#phone[data-ready=yes]");
      shot.take("01-stranger");
      join(browser, network, lang, shot);
      send(
          joined("王"),
          new JsonObject()
              .put("key", key())
              .put(
                  "entries",
                  new JsonArray()
                      .add(entry("water-550ml").put("found", 3))
                      .add(entry("heat-pad").put("found", 72))));
      clock.advance(java.time.Duration.ofDays(2));
      browser.open(network.url("/s/?" + lang));
      browser.waitFor("#status .ready");
      shot.take("03-needy");
      browser.open(network.url("/s/kiosk-01?" + lang));
      browser.waitFor("#phone[data-ready=yes]");
      browser.waitFor(".row-no");
      shot.take("04-look");
      browser.click("#claim");
      browser.waitFor("#phone[data-step=pack]");
      shot.take("05-pack");
      browser.click("#here");
      browser.waitFor("#phone[data-step=fill]");
      shot.take("06-fill");
      fill(browser, network, shot);
    }
  }

  private void join(Browser browser, PhoneNetwork network, String lang, Shot shot) {
    String token =
        hub.parts()
            .shelves()
            .volunteers()
            .invite(Volunteer.Kind.VOLUNTEER, List.of(STATION), java.time.Duration.ofDays(1), 5);
    browser.open(network.url("/join/" + token + "?" + lang));
    shot.take("02-join");
    browser.type("#nickname", "Lin");
    browser.click("button.primary");
    browser.waitFor("#phone[data-step]");
  }

  private void fill(Browser browser, PhoneNetwork network, Shot shot) {
    browser.script("document.querySelector('#item-water-550ml .plus').click()");
    browser.script("document.querySelector('#item-water-550ml .fill').click()");
    browser.waitFor("#item-water-550ml input[name=now]");
    shot.take("07-filled");
    browser.script("document.querySelector('#item-mask summary').click()");
    browser.type("#camera", VolunteersHand.picture(out).toString());
    browser.waitFor(".thumbnail");
    browser.script("scrollTo(0, 99999)");
    shot.take("08-photo");
    browser.click("#scan");
    browser.waitFor(".scanner");
    browser.type("#figures", "6901234567892");
    browser.click(".scanner form button");
    shot.take("09-scan");
    browser.click(".scanner .close");
    network.cut();
    browser.click("#done");
    browser.waitForText("#status", "2");
    browser.waitFor("#outcome[data-state=kept]");
    shot.take("10-kept");
    network.mend();
    browser.open(network.url("/s/kiosk-01"));
    browser.waitFor("#outcome[data-state=closed]");
    shot.take("11-closed");
    browser.click("#to-shelf");
    browser.waitFor("#phone[data-step=look]");
    browser.click("#here");
    browser.type("#item-mask input[name=found]", "9999");
    browser.click("#done");
    browser.waitFor(".refused");
    shot.take("12-refused");
  }

  @FunctionalInterface
  private interface Shot {
    void take(String name);
  }

  private void shoot(Browser browser, String name, boolean phone) {
    browser.size(phone ? 390 : 1440, phone ? 844 : 900);
    browser.script("return document.fonts.ready.then(() => new Promise(r => setTimeout(r, 300)))");
    browser.screenshot(out.resolve(name + ".png"));
    browser.complaints().forEach(complaint -> System.out.println(name + ": " + complaint));
  }
}
