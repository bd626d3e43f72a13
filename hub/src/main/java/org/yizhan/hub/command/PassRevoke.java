package org.yizhan.hub.command;

import io.vertx.core.json.JsonObject;
import java.util.Locale;
import org.yizhan.hub.identity.PassOffice;
import org.yizhan.pass.PassId;
import org.yizhan.wire.Order;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hub pass revoke ID}: this pass opens no door any more. */
@Command(name = "revoke")
final class PassRevoke implements Runnable {
  @Mixin private HubOptions options;

  @Parameters(paramLabel = "ID", descriptionKey = "pass-id")
  private PassId id;

  @Override
  public void run() {
    try (OpenHub hub = options.open()) {
      PassOffice.Revoked came = hub.passes().revoke(id);
      String sentence =
          switch (came) {
            case REVOKED ->
                id + " is revoked: connected stations know at once, the others when they are back.";
            case ALREADY -> id + " was revoked before.";
            case EXPIRED -> id + " has expired already and opens no door.";
            case UNKNOWN_BUT_REVOKED ->
                id + " is not one this hub remembers issuing; it is revoked all the same.";
            case LIST_FULL ->
                throw new CommandException(
                    Order.ApplyRevocations.PASSES_MAX
                        + " passes are revoked and not yet expired, the most a station can hold:"
                        + " wait until some expire, and issue passes for fewer days");
          };
      options.answer(
          new JsonObject().put("id", id.hex()).put("result", came.name().toLowerCase(Locale.ROOT)),
          sentence);
    }
  }
}
