package org.yizhan.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.hub.web.Browser;

/**
 * What the README's "Real input, end to end" walks by hand. The lock and the door are simulated;
 * everything between the picture of the pass and the chart is the real thing.
 */
class DoorScanJourneyTest {
  private static final String STATION = "journey-01";
  private static final String PASSWORD = "a long way to the chart 7";

  /** A second more than a door is usually released for. */
  private static final int LOCKED_AGAIN_S = 6;

  @TempDir Path folder;

  @Test
  void a_printed_pass_opens_the_door_and_reaches_the_chart_even_past_a_dead_hub()
      throws IOException, InterruptedException {
    assumeInstalled("socat", "zbarimg");
    try (Scanner scanner = Scanner.plugIn(folder);
        Browser browser = Browser.open();
        HubProgram hub = new HubProgram(folder);
        StationProgram station = new StationProgram(folder, STATION)) {
      hub.start();
      station.enrol(hub.bundleFor(STATION, profile(scanner.device())));
      assertThat(station.begin().ready().getString("clock")).isNotEqualTo("NOBODY");
      Program.await("the station is online", () -> hub.isOnline(STATION));
      Program.await(
          "the station knows the passes' issuer", () -> station.count("order-applied") > 0);
      signIn(browser, hub);

      showAtTheDoor(station, scanner, printedAndRead(hub, "first"), 1);

      int first = upSeconds(station);
      Program.await("the visit is on the hub", () -> hub.visits(STATION) == 1);
      chartShows(browser, hub, "1");
      String second = printedAndRead(hub, "second");

      hub.kill();
      Program.await("the lock has shut again", () -> upSeconds(station) > LOCKED_AGAIN_S + first);
      showAtTheDoor(station, scanner, second, 2);
      hub.start();

      Program.await("the second visit is on the hub", () -> hub.visits(STATION) >= 2);
      Program.await("nothing waits any more", () -> backlog(station) == 0);
      assertThat(hub.visits(STATION)).as("each visit once").isEqualTo(2);
      chartShows(browser, hub, "2");
    }
  }

  private static void chartShows(Browser browser, HubProgram hub, String visits) {
    browser.open(hub.page("/usage?station=" + STATION));
    browser.waitForText(".figure .big", visits);
    browser.waitFor("[data-chart=days] canvas, [data-chart=days] svg");
  }

  /**
   * The scanner reads it, the lock lets go, somebody pushes the door: pushing a shut lock fails.
   */
  private static void showAtTheDoor(
      StationProgram station, Scanner scanner, String pass, int admissions) throws IOException {
    assertThat(station.act("push")).as("the door is locked before").isFalse();

    scanner.read(pass);

    Program.await("the lock lets go", () -> station.act("push"));
    assertThat(station.act("shut")).isTrue();
    Program.await(
        admissions + " admissions in the journal",
        () -> station.count("pass-admitted") == admissions);
  }

  private static int backlog(StationProgram station) {
    return station.ask("status", Map.of()).orElseThrow().getInteger("backlog");
  }

  private static int upSeconds(StationProgram station) {
    return station.ask("status", Map.of()).orElseThrow().getInteger("upSeconds");
  }

  private static String profile(Path scanner) {
    return """
    id: %s
    name: {zh: 旅程驿站, en: Journey station}
    place: shandong/liaocheng/dongchangfu
    kind: kiosk
    zone: Asia/Shanghai
    hours: 24h
    capacity: 8
    fixtures:
      door-scanner: {kind: scanner, serial: %s, baud: 115200}
      front-lock: {kind: lock, simulated: true}
      front-contact: {kind: door-contact, simulated: true}
      exit-button: {kind: exit-button, simulated: true}
    """
        .formatted(STATION, scanner);
  }

  /** Issued by the hub, drawn as a picture, read back by a barcode reader. */
  private String printedAndRead(HubProgram hub, String name)
      throws IOException, InterruptedException {
    Path picture = folder.resolve(name + ".png");
    JsonObject issued = hub.command("pass", "issue", "--qr", picture.toString());
    String read =
        Program.output(folder, List.of("zbarimg", "--quiet", "--raw", picture.toString()));
    assertThat(read).isEqualTo(issued.getString("pass"));
    return read;
  }

  private static void signIn(Browser browser, HubProgram hub) {
    String link = hub.command("account", "add", "clerk", "--role", "ADMIN").getString("link");
    browser.open(hub.page(URI.create(link).getPath() + "?lang=en"));
    browser.type("#password", PASSWORD);
    browser.type("#again", PASSWORD);
    browser.click("button.primary");
    browser.waitFor("main");
  }

  private static void assumeInstalled(String... programs) {
    for (String program : programs) {
      Assumptions.assumeTrue(
          Files.isExecutable(Path.of("/usr/bin", program)),
          "no " + program + " (apt-get install socat zbar-tools)");
    }
  }
}
