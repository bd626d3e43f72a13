package org.yizhan.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yizhan.hub.demo.Programs;
import org.yizhan.hub.people.AccountName;
import org.yizhan.hub.people.Accounts;
import org.yizhan.hub.people.Role;
import org.yizhan.hub.people.Sessions;
import org.yizhan.hub.store.sqlite.HubDatabase;
import org.yizhan.hub.store.sqlite.OutlookRows;

/**
 * The supplies page of a running hub, for a district and for the whole network, as somebody who is
 * signed in asks for it on the same computer; and the time to reckon how long everything lasts.
 */
final class SuppliesBench {
  private static final int WARMING_UP = 60;
  private static final int REQUESTS = 300;
  private static final AccountName NAME = new AccountName("bench");

  private final Programs programs;
  private final InstantSource clock = InstantSource.system();

  SuppliesBench(Programs programs) {
    this.programs = programs;
  }

  List<Figure> run(Scratch scratch) {
    try (BenchHub first = BenchHub.start(programs, scratch.folder())) {
      scratch.say("a first start makes the hub's file: " + first.address());
    }
    Path file = scratch.folder().resolve("hub/hub.db");
    List<Figure> figures = new ArrayList<>();
    String session;
    try (HubDatabase database = HubDatabase.open(file)) {
      scratch.say("writing a year of movements");
      long movements = StockedNetwork.write(database, clock.instant());
      figures.add(Figure.of("supplies-movements", (double) movements, "movements"));
      figures.add(Figure.of("supplies-file", size(file), "MB"));
      scratch.say("reckoning how long everything lasts");
      long begun = System.nanoTime();
      int reckoned = new OutlookRows(database).refresh(clock.instant());
      figures.add(Figure.of("supplies-outlooks", seconds(begun), "s"));
      figures.add(Figure.of("supplies-outlooks-items", (double) reckoned, "items"));
      new Accounts(database, clock).put(NAME, Role.ADMIN, "bench-" + System.nanoTime());
      session = new Sessions(database, clock).open(NAME);
    }
    try (BenchHub hub = BenchHub.start(programs, scratch.folder())) {
      scratch.say("asking for the pages");
      figures.addAll(
          page("district", hub, session, "/supplies?place=" + StockedNetwork.district(4)));
      figures.addAll(page("network", hub, session, "/supplies"));
    }
    return figures;
  }

  private static List<Figure> page(String name, BenchHub hub, String session, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(hub.address().toString()).resolve(path))
            .header("Cookie", "yizhan=" + session)
            .build();
    double[] ms = new double[REQUESTS];
    int bytes = 0;
    KernelCount counted = new KernelCount(hub.process().pid());
    double processorBefore = 0;
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int number = -WARMING_UP; number < REQUESTS; number++) {
        if (number == 0) {
          processorBefore = counted.processorSeconds();
        }
        long begun = System.nanoTime();
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
          throw new BenchException("the hub answers " + answer.statusCode() + " to " + path);
        }
        if (number >= 0) {
          ms[number] = seconds(begun) * 1e3;
        }
        bytes = answer.body().length;
      }
    } catch (IOException e) {
      throw new BenchException("the hub's " + path + " cannot be read: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted", e);
    }
    double processor = (counted.processorSeconds() - processorBefore) / REQUESTS * 1e3;
    Arrays.sort(ms);
    return List.of(
        Figure.of("supplies-" + name + "-p50", ms[REQUESTS / 2], "ms"),
        Figure.of("supplies-" + name + "-p99", ms[REQUESTS * 99 / 100], "ms"),
        Figure.of("supplies-" + name + "-processor-time", processor, "ms/page"),
        Figure.of("supplies-" + name + "-page", bytes / 1e3, "kB"));
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  private static double size(Path file) {
    try {
      return Files.size(file) / 1e6;
    } catch (IOException e) {
      throw new BenchException(file + " cannot be read", e);
    }
  }
}
