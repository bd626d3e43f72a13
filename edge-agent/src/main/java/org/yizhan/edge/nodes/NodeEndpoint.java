package org.yizhan.edge.nodes;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.eclipse.californium.core.CoapServer;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.util.DaemonThreadFactory;
import org.eclipse.californium.elements.util.ExecutorsUtil;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConfig.DtlsRole;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.cipher.CipherSuite;
import org.eclipse.californium.scandium.dtls.pskstore.AdvancedMultiPskStore;
import org.jspecify.annotations.Nullable;
import org.yizhan.edge.hardware.FixtureInput;
import org.yizhan.edge.hardware.HardwareException;
import org.yizhan.edge.time.StationClock;

/**
 * The station's CoAP server (RFC 7252) for battery nodes, over DTLS 1.2 with a pre-shared key for
 * each node (RFC 6347, 7925) and nothing besides: there is no plain CoAP. It listens from the first
 * scale opened to the last one closed. Thread-safe.
 */
public final class NodeEndpoint {
  private static final Logger LOG = System.getLogger(NodeEndpoint.class.getName());
  private static final int CONNECTIONS_MAX = 2 * NodesFile.NODES_MAX;
  private static final int JOBS_MAX = 256;
  private static final int STALE_SECONDS = 600;

  static {
    CoapConfig.register();
    DtlsConfig.register();
  }

  private final Path data;
  private final StationClock clock;
  private @Nullable Running running;

  /**
   * Nothing is read or opened before the first scale is.
   *
   * @param data the folder with {@code nodes.yaml}
   */
  public NodeEndpoint(Path data, StationClock clock) {
    this.data = data;
    this.clock = clock;
  }

  /** A server and what it was started with. */
  private record Running(CoapServer server, SenmlResource resource, NodesFile file) {}

  /** The scale behind this node; it says a weight whenever the node reports one. */
  public FixtureInput<Integer> scale(String node) {
    return new NodeScale(this, node);
  }

  /** Where it listens; for tests and messages. */
  synchronized InetSocketAddress address() {
    Running now = running;
    if (now == null) {
      throw new IllegalStateException("the endpoint is not open");
    }
    return now.server.getEndpoints().getFirst().getAddress();
  }

  synchronized void listen(String node, NodeLog log, IntConsumer heard) {
    Running now = running;
    if (now == null) {
      now = start(NodesFile.read(data));
      running = now;
    }
    if (!now.file.keys().containsKey(node)) {
      stopIfIdle(now);
      throw new HardwareException(
          "The node " + node + " has no key: add it to " + data.resolve(NodesFile.NAME) + ".");
    }
    now.resource.listen(node, log, heard);
  }

  synchronized void stop(String node) {
    Running now = running;
    if (now != null) {
      now.resource.stop(node);
      stopIfIdle(now);
    }
  }

  private void stopIfIdle(Running now) {
    if (now.resource.isIdle()) {
      running = null;
      now.server.destroy();
    }
  }

  private Running start(NodesFile file) {
    AdvancedMultiPskStore keys = new AdvancedMultiPskStore();
    file.keys().forEach(keys::setKey);
    Configuration limits = limits();
    CoapServer server = new CoapServer(limits);
    server.setExecutors(
        ExecutorsUtil.newScheduledThreadPool(1, new DaemonThreadFactory("nodes-")),
        ExecutorsUtil.newDefaultSecondaryScheduler("nodes-timer-"),
        false);
    InetSocketAddress address = new InetSocketAddress(file.host(), file.port());
    server.addEndpoint(
        CoapEndpoint.builder()
            .setConfiguration(limits)
            .setConnector(
                new DTLSConnector(
                    DtlsConnectorConfig.builder(limits)
                        .setAddress(address)
                        .setAdvancedPskStore(keys)
                        .build()))
            .build());
    SenmlResource resource = new SenmlResource(clock);
    server.add(resource);
    try {
      server.start();
    } catch (IllegalStateException e) {
      server.destroy();
      throw new HardwareException(
          "The nodes' endpoint cannot listen on "
              + address
              + ": stop the program that has the port, or set another one in "
              + NodesFile.NAME
              + ".",
          e);
    }
    LOG.log(Level.INFO, "Battery nodes may report to {0}.", address);
    return new Running(server, resource, file);
  }

  /** Small queues and few threads: a station has a handful of nodes. */
  private static Configuration limits() {
    Configuration limits = Configuration.createStandardWithoutFile();
    limits.set(CoapConfig.MAX_ACTIVE_PEERS, CONNECTIONS_MAX);
    limits.set(CoapConfig.MAX_MESSAGE_SIZE, SenmlPack.BYTES_MAX);
    limits.set(CoapConfig.MAX_RESOURCE_BODY_SIZE, SenmlPack.BYTES_MAX);
    limits.set(CoapConfig.MAX_SERVER_OBSERVES, 1);
    limits.set(DtlsConfig.DTLS_ROLE, DtlsRole.SERVER_ONLY);
    limits.set(DtlsConfig.DTLS_MAX_CONNECTIONS, CONNECTIONS_MAX);
    limits.set(DtlsConfig.DTLS_STALE_CONNECTION_THRESHOLD, STALE_SECONDS, TimeUnit.SECONDS);
    limits.set(DtlsConfig.DTLS_MAX_PENDING_INBOUND_JOBS, JOBS_MAX);
    limits.set(DtlsConfig.DTLS_MAX_PENDING_OUTBOUND_JOBS, JOBS_MAX);
    limits.set(DtlsConfig.DTLS_MAX_PENDING_HANDSHAKE_RESULT_JOBS, JOBS_MAX);
    limits.set(DtlsConfig.DTLS_RECEIVER_THREAD_COUNT, 1);
    limits.set(DtlsConfig.DTLS_CONNECTOR_THREAD_COUNT, 1);
    limits.set(DtlsConfig.DTLS_USE_ANTI_REPLAY_FILTER, true);
    limits.set(DtlsConfig.DTLS_USE_HELLO_VERIFY_REQUEST, true);
    limits.set(
        DtlsConfig.DTLS_CIPHER_SUITES,
        List.of(
            CipherSuite.TLS_PSK_WITH_AES_128_CCM_8,
            CipherSuite.TLS_PSK_WITH_AES_128_GCM_SHA256,
            CipherSuite.TLS_PSK_WITH_AES_128_CCM));
    return limits;
  }
}
