package org.yizhan.hub.web;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Takes a picture of every page, on a phone and a desk, light and dark, in both languages: {@code
 * PagesGallery FOLDER [[whole:]part of a picture's name]}; {@code whole:} takes pages in full
 * length.
 */
final class PagesGallery {
  private static final Map<String, String> PAGES =
      Map.of(
          "overview", "/?",
          "station-ok", "/stations/liaocheng-01?",
          "station-chained", "/stations/liaocheng-02?",
          "station-silent", "/stations/xuhui-24h?",
          "station-never", "/stations/yiling-riders?",
          "usage", "/usage?",
          "silent", "/silent?",
          "account", "/account?",
          "missing", "/no-such-page?");

  private PagesGallery() {}

  public static void main(String[] args) throws Exception {
    Path out = Files.createDirectories(Path.of(args[0]));
    String wanted = args.length > 1 ? args[1] : "";
    InstantSource clock = InstantSource.system();
    Map<String, LifelikeNetwork> networks =
        Map.of(
            "empty", new LifelikeNetwork(clock),
            "little", LifelikeNetwork.little(clock),
            "large", LifelikeNetwork.large(clock, 200));
    try (Browser browser = Browser.open()) {
      for (String name : List.of("little", "empty", "large")) {
        Path folder = Files.createTempDirectory("gallery");
        LifelikeNetwork network = networks.get(name);
        if (network == null) {
          continue;
        }
        try (TestHub hub = new TestHub(folder, network, clock)) {
          if (name.equals("empty")) {
            String setup = hub.parts().accounts().setupLink().orElseThrow();
            shoot(browser, hub, out, wanted, "first", "/sign-in?");
            shoot(browser, hub, out, wanted, "setup", "/link/" + setup + "?");
          }
          hub.withAccount();
          shoot(browser, hub, out, wanted, name + "-signin", "/sign-in?");
          signIn(browser, hub);
          for (var page : PAGES.entrySet()) {
            if (name.equals("little")
                || List.of("overview", "usage", "silent").contains(page.getKey())) {
              shoot(browser, hub, out, wanted, name + "-" + page.getKey(), page.getValue());
            }
          }
        }
        browser.devTools("Network.clearBrowserCookies", Map.of());
      }
    }
  }

  static void signIn(Browser browser, TestHub hub) {
    browser.open(hub.url("/sign-in"));
    browser.type("#name", TestHub.NAME);
    browser.type("#password", TestHub.PASSWORD);
    browser.click("button.primary");
    browser.waitFor(".nav");
  }

  private static void shoot(
      Browser browser, TestHub hub, Path out, String wanted, String name, String path) {
    for (String language : List.of("zh", "en")) {
      for (String look : List.of("phone-light", "phone-dark", "desk-light", "desk-dark")) {
        String file = name + "-" + language + "-" + look + ".png";
        if (!file.matches(".*(" + wanted.replace("whole:", "") + ").*")) {
          continue;
        }
        browser.dark(look.endsWith("dark"));
        browser.size(look.startsWith("phone") ? 390 : 1440, look.startsWith("phone") ? 844 : 900);
        browser.open(hub.url(path + "lang=" + language));
        browser.waitFor("main");
        browser.script(
            "return document.fonts.ready.then(() => new Promise(r => setTimeout(r, 400)))");
        if (wanted.contains("whole")) {
          Object height = browser.script("return document.documentElement.scrollHeight");
          browser.size(look.startsWith("phone") ? 390 : 1440, ((Number) height).intValue());
          browser.script("return new Promise(r => setTimeout(r, 400))");
        }
        browser.screenshot(out.resolve(file));
        browser.complaints().forEach(complaint -> System.out.println(file + ": " + complaint));
      }
    }
  }
}
