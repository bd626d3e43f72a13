package org.yizhan.hub.web;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yizhan.hub.notice.Audience;
import org.yizhan.hub.notice.NoticeWords;
import org.yizhan.hub.notice.QuietHours;
import org.yizhan.hub.notice.StationRef;
import org.yizhan.hub.notice.Tongue;
import org.yizhan.hub.notify.Subscription;
import org.yizhan.hub.notify.VendorStandIn;
import org.yizhan.station.BilingualText;
import org.yizhan.station.ItemCode;
import org.yizhan.station.UnionPlace;
import org.yizhan.wire.FaultKind;

/**
 * Takes a picture of the pages on telling people and of the keepers' page: {@code DeskGallery
 * FOLDER [part of a picture's name]}.
 */
final class DeskGallery extends WithShelf {
  private static final Map<String, String> PAGES =
      Map.ofEntries(
          Map.entry("notices", "/notices?"),
          Map.entry("channel", "/notices/channels/binzhou-keepers?"),
          Map.entry("kinds", "/notices/new?"),
          Map.entry("form", "/notices/new/dingtalk?"),
          Map.entry("keep", "/keep?"),
          Map.entry("needy", "/s/?"),
          Map.entry("trip", "/s/?trip=kiosk-02.kiosk-01&"),
          Map.entry("shelf", "/s/kiosk-01?"),
          Map.entry("supplies", "/supplies?"),
          Map.entry("plan", "/supplies/plan?people=1&vehicle=bicycle&from=09:00&to=12:00&"),
          Map.entry("plan-open", "/supplies/plan?people=1&vehicle=bicycle&"),
          Map.entry(
              "plan-crews",
              "/supplies/plan?people=1&vehicle=bicycle&from=09:00&to=12:00"
                  + "&people=2&vehicle=van&from=13:00&to=17:00&"),
          Map.entry("catalogue", "/supplies/catalogue?"),
          Map.entry("station", "/stations/kiosk-01?"),
          Map.entry("stocked", "/stations/kiosk-01/supplies?"),
          Map.entry("stocked-kept", "/stations/kiosk-01/supplies?kept=1&"),
          Map.entry("label", "/stations/kiosk-01/labels?"));

  public static void main(String[] args) throws Exception {
    Path out = Files.createDirectories(Path.of(args[0]));
    String wanted = args.length > 1 ? args[1] : "";
    DeskGallery gallery = new DeskGallery();
    gallery.open(Files.createTempDirectory("gallery"));
    try (Browser browser = Browser.open();
        VendorStandIn vendors = new VendorStandIn(gallery.clock)) {
      PagesGallery.signIn(browser, gallery.hub);
      gallery.shoot(browser, out, "empty-notices", "/notices?", wanted);
      gallery.live(browser, vendors);
      for (var page : PAGES.entrySet()) {
        gallery.shoot(browser, out, page.getKey(), page.getValue(), wanted);
      }
    } finally {
      gallery.close();
    }
  }

  private void live(Browser browser, VendorStandIn vendors) {
    standsAt(STATION, 37.38, 117.97);
    add("binzhou-keepers", Audience.Role.KEEPER, vendors);
    add("binzhou-union", Audience.Role.UNION, vendors);
    StationRef ref =
        new StationRef(
            STATION,
            new BilingualText("黄河五路驿站", "Huanghe 5th Road"),
            UnionPlace.of("shandong/binzhou/bincheng"));
    var matters = hub.parts().telling().matters();
    matters.tell(
        NoticeWords.itemBelowMinimum(
            ref, new ItemCode("water-550ml"), new BilingualText("瓶装水", "Bottled water"), 3, 24));
    clock.advance(Duration.ofHours(3));
    matters.tell(
        NoticeWords.faultRaised(
            ref, FaultKind.LOCK_FAILED, new org.yizhan.station.FixtureName("front-lock")));
    send(
        joined("王"),
        message(
            key(),
            entry("water-550ml").put("found", 3),
            entry("mask").put("found", 55),
            entry("heat-pad").put("found", 72)));
    clock.advance(Duration.ofHours(20));
    PagesGallery.signIn(browser, hub); // a session ends by itself after so long
    browser.open(hub.url("/notices/channels/binzhou-keepers"));
    browser.click(".tell-test button");
    browser.waitFor(".note");
  }

  private void add(String name, Audience.Role role, VendorStandIn vendors) {
    hub.parts()
        .telling()
        .subscriptions()
        .add(
            new Subscription.Wish(
                name,
                vendors.weCom(),
                new Audience(role, Audience.Scope.of("place:shandong/binzhou")),
                Tongue.ZH,
                Optional.of(
                    QuietHours.parse("22:00-07:00", java.time.ZoneId.of("Asia/Shanghai")))));
  }

  private void shoot(Browser browser, Path out, String name, String path, String wanted) {
    for (String language : List.of("zh", "en")) {
      for (String look : List.of("phone-light", "desk-light", "phone-dark")) {
        String file = name + "-" + language + "-" + look;
        if (file.matches(".*(" + wanted + ").*")) {
          browser.dark(look.endsWith("dark"));
          browser.size(look.startsWith("phone") ? 390 : 1440, look.startsWith("phone") ? 844 : 900);
          browser.open(hub.url(path + "lang=" + language));
          browser.waitFor("main");
          if (name.endsWith("-open")) {
            browser.script("document.querySelectorAll('details').forEach(e => e.open = true)");
          }
          Object height = browser.script("return document.documentElement.scrollHeight");
          browser.size(
              look.startsWith("phone") ? 390 : 1440, Math.max(844, ((Number) height).intValue()));
          browser.script("return new Promise(r => setTimeout(r, 300))");
          browser.screenshot(out.resolve(file + ".png"));
          browser.complaints().forEach(complaint -> System.out.println(file + ": " + complaint));
        }
      }
    }
  }
}
