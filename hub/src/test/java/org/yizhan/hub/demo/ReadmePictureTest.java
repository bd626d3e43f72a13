package org.yizhan.hub.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.hub.web.Browser;

/**
 * Takes the README's pictures of a real demonstration. Always, so that the way to make them anew
 * cannot rot; they replace those in {@code .github} only with {@code -Dyizhan.picture=write}.
 */
class ReadmePictureTest {
  private static final long BYTES_MAX = 200_000;

  @Test
  void the_pictures_of_the_readme_can_be_taken_anew(@TempDir Path temporary) throws Exception {
    boolean write = "write".equals(System.getProperty("yizhan.picture"));
    Path root = Path.of(System.getProperty("yizhan.root", ".."));
    Path folder = write ? root.resolve(".github") : temporary;
    try (Browser browser = Browser.open();
        StartedDemo demo = StartedDemo.start(temporary, "--port", "0", "--json")) {
      JsonObject ready = demo.ready();
      demo.scan(ready.getJsonArray("stations").getJsonObject(0), ready.getString("pass"));
      browser.dark(false);
      browser.size(1200, 900);
      signIn(browser, ready);
      take(browser, ready.getString("url") + "/?lang=en", folder.resolve("overview-en.png"));
      browser.size(390, 900);
      take(browser, ready.getString("url") + "/?lang=zh", folder.resolve("overview-zh.png"));
    }
    assertThat(Files.readString(root.resolve("README.md")))
        .contains(".github/overview-en.png", ".github/overview-zh.png");
  }

  private static void signIn(Browser browser, JsonObject ready) {
    browser.open(ready.getString("url") + "/sign-in");
    browser.type("#name", ready.getString("user"));
    browser.type("#password", ready.getString("password"));
    browser.click("button.primary");
    browser.waitFor(".nav");
  }

  private static void take(Browser browser, String url, Path file) throws Exception {
    browser.open(url);
    browser.waitFor(".livestate[data-state=open]");
    browser.waitFor(".stations tbody tr:nth-child(3) .beats");
    browser.screenshot(file);
    assertThat(Files.size(file)).isBetween(10_000L, BYTES_MAX);
  }
}
