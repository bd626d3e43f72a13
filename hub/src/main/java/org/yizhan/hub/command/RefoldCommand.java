package org.yizhan.hub.command;

import io.vertx.core.json.JsonObject;
import org.yizhan.hub.store.sqlite.Refold;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hub refold}: computes every number again from the kept facts. */
@Command(name = "refold")
final class RefoldCommand implements Runnable {
  @Mixin private HubOptions options;

  @Override
  public void run() {
    try (OpenHub hub = options.open()) {
      Refold.Outcome outcome = Refold.run(hub.database());
      options.answer(
          new JsonObject().put("facts", outcome.facts()).put("unread", outcome.unread()),
          outcome.facts()
              + " facts were folded again; "
              + outcome.unread()
              + " of them this program does not understand and keeps.");
    }
  }
}
