package org.yizhan.edge.nodes;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.server.resources.CoapExchange;
import org.eclipse.californium.elements.auth.PreSharedKeyIdentity;
import org.jspecify.annotations.Nullable;
import org.yizhan.edge.time.StationClock;
import org.yizhan.wire.Moment;

/** {@code POST /senml}: takes a node's weight, by the name its key proved. Thread-safe. */
final class SenmlResource extends CoapResource {
  /** A scale that says more than this chatters. */
  private static final long AT_MOST_EVERY_NANOS = 200_000_000;

  private static final Logger LOG = System.getLogger(SenmlResource.class.getName());
  private static final double MS_PER_SECOND = 1_000;

  private final StationClock clock;
  private final Map<String, Listener> listeners = new HashMap<>();

  SenmlResource(StationClock clock) {
    super("senml");
    this.clock = clock;
  }

  private static final class Listener {
    final NodeLog log;
    final IntConsumer heard;
    boolean spoke;
    long spokeAtNanos;

    Listener(NodeLog log, IntConsumer heard) {
      this.log = log;
      this.heard = heard;
    }
  }

  synchronized void listen(String node, NodeLog log, IntConsumer heard) {
    listeners.put(node, new Listener(log, heard));
  }

  synchronized void stop(String node) {
    listeners.remove(node);
  }

  synchronized boolean isIdle() {
    return listeners.isEmpty();
  }

  @Override
  public void handlePOST(CoapExchange exchange) {
    Principal principal = exchange.advanced().getRequest().getSourceContext().getPeerIdentity();
    if (!(principal instanceof PreSharedKeyIdentity identity)) {
      exchange.respond(ResponseCode.UNAUTHORIZED);
      return;
    }
    String node = identity.getIdentity();
    try {
      Answer answer = take(node, exchange);
      exchange.respond(answer.code, answer.text);
    } catch (SenmlRefusal refusal) {
      LOG.log(Level.WARNING, "A pack of the node {0} is refused: {1}", node, refusal.getMessage());
      exchange.respond(
          switch (refusal.why()) {
            case MALFORMED -> ResponseCode.BAD_REQUEST;
            case FOREIGN -> ResponseCode.FORBIDDEN;
            case OLD -> ResponseCode.CONFLICT;
          },
          refusal.getMessage());
    }
  }

  private record Answer(ResponseCode code, String text) {}

  private synchronized Answer take(String node, CoapExchange exchange) throws SenmlRefusal {
    @Nullable Listener listener = listeners.get(node);
    if (listener == null) {
      return new Answer(ResponseCode.FORBIDDEN, "The profile of this station has no such node.");
    }
    long nanos = clock.nanos();
    if (listener.spoke && nanos - listener.spokeAtNanos < AT_MOST_EVERY_NANOS) {
      return new Answer(ResponseCode.TOO_MANY_REQUESTS, "Send less often.");
    }
    listener.spoke = true;
    listener.spokeAtNanos = nanos;
    byte[] payload = exchange.getRequestPayload();
    List<SenmlRecord> pack;
    switch (exchange.getRequestOptions().getContentFormat()) {
      case MediaTypeRegistry.APPLICATION_SENML_JSON -> pack = SenmlPack.readJson(payload);
      case MediaTypeRegistry.APPLICATION_SENML_CBOR -> pack = SenmlPack.readCbor(payload);
      default -> {
        return new Answer(
            ResponseCode.UNSUPPORTED_CONTENT_FORMAT, "Send SenML as JSON (110) or CBOR (112).");
      }
    }
    Moment now = clock.now();
    int grams = listener.log.take(pack, now.wallMs() / MS_PER_SECOND, now.clockTrusted());
    listener.heard.accept(grams);
    return new Answer(ResponseCode.CHANGED, "");
  }
}
