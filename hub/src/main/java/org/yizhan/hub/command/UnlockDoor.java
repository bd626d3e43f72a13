package org.yizhan.hub.command;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.yizhan.hub.orders.UnlockQueue;
import org.yizhan.station.StationId;
import org.yizhan.wire.Order;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hub unlock STATION}: releases a door once, through the running hub. */
@Command(name = "unlock")
final class UnlockDoor implements Runnable {
  private static final Duration HANDED_OVER_WITHIN = Duration.ofSeconds(5);

  @Mixin private HubOptions options;

  @Parameters(paramLabel = "STATION", descriptionKey = "station")
  private StationId station;

  @Override
  public void run() {
    try (OpenHub hub = options.open()) {
      if (hub.register().find(station).filter(each -> !each.retired()).isEmpty()) {
        throw new CommandException(
            station + " is not a station in use: 'hub station list' names them");
      }
      if (!hub.folder().isRunning()) {
        throw new CommandException(
            "no hub runs on "
                + hub.folder().path()
                + ", so nothing would reach the door: start it");
      }
      UnlockQueue queue = hub.unlocks();
      Order.UnlockDoor order = queue.add(station);
      if (!handedOver(queue, order)) {
        throw new CommandException("the hub did not take the order in 5 s: see its log");
      }
      options.answer(
          new JsonObject().put("station", station.value()).put("order", order.id()),
          station
              + " was told to release its door (order "
              + order.id()
              + "). If it is connected the door is open now; the station's page shows it.");
    }
  }

  private static boolean handedOver(UnlockQueue queue, Order.UnlockDoor order) {
    long deadline = System.nanoTime() + HANDED_OVER_WITHIN.toNanos();
    try {
      while (System.nanoTime() < deadline) {
        if (queue.isSent(order)) {
          return true;
        }
        TimeUnit.MILLISECONDS.sleep(50);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }
}
