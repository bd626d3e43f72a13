package org.yizhan.hub.web;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;

/**
 * Serves the pages with lifelike data, to be looked at: {@code PagesPreview PORT
 * empty|little|large}.
 */
final class PagesPreview {
  private PagesPreview() {}

  public static void main(String[] args) throws Exception {
    InstantSource clock = InstantSource.system();
    LifelikeNetwork network =
        switch (args[1]) {
          case "empty" -> new LifelikeNetwork(clock);
          case "large" -> LifelikeNetwork.large(clock, 200);
          default -> LifelikeNetwork.little(clock);
        };
    Path folder = Files.createTempDirectory("preview");
    try (TestHub hub = new TestHub(folder, network, network, clock, Integer.parseInt(args[0]))) {
      hub.parts()
          .accounts()
          .setupLink()
          .ifPresent(token -> System.out.println("setup: " + hub.web().link(token)));
      hub.withAccount();
      System.out.println(hub.web().address() + " " + TestHub.NAME + " / " + TestHub.PASSWORD);
      new CountDownLatch(1).await();
    }
  }
}
