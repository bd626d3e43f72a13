package org.yizhan.edge.nodes;

import java.util.function.Consumer;
import org.yizhan.edge.hardware.FixtureInput;
import org.yizhan.edge.hardware.HardwareException;

/**
 * A shelf scale behind a battery node. It has no state to say at opening: it sleeps most of the
 * time. Whether it sleeps too long is for its keeper to watch.
 */
final class NodeScale implements FixtureInput<Integer> {
  private final NodeEndpoint endpoint;
  private final String node;
  private final NodeLog log;

  NodeScale(NodeEndpoint endpoint, String node) {
    this.endpoint = endpoint;
    this.node = node;
    this.log = new NodeLog(node);
  }

  @Override
  public void open(Consumer<Integer> heard, Consumer<HardwareException> lost) {
    endpoint.listen(node, log, heard::accept);
  }

  @Override
  public void close() {
    endpoint.stop(node);
  }
}
