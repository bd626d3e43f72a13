package org.yizhan.hub.web;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.yizhan.hub.people.Volunteer;

/** Takes a picture of every page of matters: {@code MattersGallery FOLDER}. */
final class MattersGallery extends WithMatters {
  private final Path out;

  private MattersGallery(Path out) {
    this.out = out;
  }

  public static void main(String[] args) throws Exception {
    MattersGallery gallery = new MattersGallery(Files.createDirectories(Path.of(args[0])));
    gallery.open(Files.createTempDirectory("gallery"));
    gallery.furnish();
    try (Browser browser = Browser.open()) {
      gallery.walk(browser);
    } finally {
      gallery.close();
    }
  }

  private void walk(Browser browser) {
    for (int times = 1; times <= 3; times++) {
      tell(phone, STATION, "broken", Map.of("thing", "microwave", "words", "不热了"), jpeg());
      clock.advance(Duration.ofHours(30));
      HubClient keeper = joined("赵", Volunteer.Kind.KEEPER, List.of(STATION));
      String page = "/matters/kiosk-01/" + times;
      answer(keeper, page, times == 3 ? "answered" : "solved", "周三换新的", jpeg());
    }
    tell(phone, STATION, "found", Map.of("words", "蓝色雨伞"));
    HubClient helper = joined("林");
    answer(helper, "/matters/kiosk-01/4", "answered", "在门卫处，早八点到晚八点");
    String mine = link(tell(phone, STATION, "locked-out", Map.of("words", "门链着")));
    String solved = "/m/" + hub.parts().shelves().matters().find(STATION, 1).orElseThrow().id();
    clock.advance(Duration.ofHours(2));
    for (String lang : List.of("zh", "en")) {
      browser.open(hub.url("/m/at/kiosk-01?lang=" + lang));
      shoot(browser, "1-here-" + lang, "/m/at/kiosk-01");
      shoot(browser, "2-tell-" + lang, "/m/at/kiosk-01/tell?kind=broken");
      shoot(browser, "3-sent-" + lang, mine + "?sent=1");
      shoot(browser, "4-solved-" + lang, solved);
      shoot(browser, "5-found-" + lang, "/m/at/kiosk-01/found");
    }
    browser.open(hub.url("/sign-in"));
    browser.type("input[name=name]", TestHub.NAME);
    browser.type("input[name=password]", TestHub.PASSWORD);
    browser.click("button.primary");
    for (String lang : List.of("zh", "en")) {
      browser.open(hub.url("/matters?lang=" + lang));
      shoot(browser, "6-matters-" + lang, "/matters");
      shoot(browser, "7-answer-" + lang, "/matters/kiosk-01/4");
      shoot(browser, "8-station-" + lang, "/matters/kiosk-01");
    }
  }

  private void shoot(Browser browser, String name, String path) {
    for (int width : new int[] {390, 1440}) {
      browser.size(width, width == 390 ? 844 : 900);
      browser.open(hub.url(path));
      browser.screenshot(out.resolve(name + "-" + width + ".png"));
      browser.complaints().forEach(complaint -> System.out.println(name + ": " + complaint));
    }
  }
}
