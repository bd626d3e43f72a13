package org.yizhan.hub.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * What lies between a phone and the hub: it may be slow, and it can be cut. Unlike the browser's
 * own throttling it holds for the service worker as well.
 */
public final class PhoneNetwork implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(PhoneNetwork.class.getName());
  private static final int PACKET_BYTES = 1_460;

  private final int hubPort;
  private final Speed speed;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final Lane up = new Lane();
  private final Lane down = new Lane();
  private volatile ServerSocket server;

  /**
   * How slow.
   *
   * @param roundTrip added to every exchange
   * @param bitsPerSecond in each direction, shared by all connections; 0 is without limit
   * @param handshakes round trips before a connection carries anything: one for TCP, one for TLS
   *     1.3
   */
  public record Speed(Duration roundTrip, long bitsPerSecond, int handshakes) {
    public static final Speed FAST = new Speed(Duration.ZERO, 0, 0);
  }

  @SuppressWarnings("ArrayRecordComponent") // compared never
  private record Packet(byte[] bytes, long dueNanos) {}

  /** One direction: packets leave one after the other. */
  private final class Lane {
    private final AtomicLong freeNanos = new AtomicLong(System.nanoTime());

    long dueNanos(int bytes) {
      long takes =
          speed.bitsPerSecond() == 0 ? 0 : bytes * 8L * 1_000_000_000L / speed.bitsPerSecond();
      long left = freeNanos.updateAndGet(free -> Math.max(free, System.nanoTime()) + takes);
      return left + speed.roundTrip().toNanos() / 2;
    }
  }

  public PhoneNetwork(int hubPort, Speed speed) {
    this.hubPort = hubPort;
    this.speed = speed;
    this.server = listen(0);
  }

  private ServerSocket listen(int port) {
    try {
      ServerSocket fresh = new ServerSocket();
      fresh.setReuseAddress(true);
      fresh.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
      Thread.ofVirtual().name("phone-network").start(() -> accept(fresh));
      return fresh;
    } catch (IOException e) {
      throw new UncheckedIOException("no port for the phone's network", e);
    }
  }

  /** The address a phone uses. */
  public String url(String path) {
    return "http://127.0.0.1:" + server.getLocalPort() + path;
  }

  /** From now on nothing comes through. */
  public void cut() {
    close();
  }

  /** The network is back, at the same address. */
  public void mend() {
    server = listen(server.getLocalPort());
  }

  private void accept(ServerSocket from) {
    try {
      while (!from.isClosed()) {
        Socket phone = from.accept();
        Socket hub = new Socket(InetAddress.getLoopbackAddress(), hubPort);
        for (Socket socket : new Socket[] {phone, hub}) {
          socket.setTcpNoDelay(true);
          sockets.add(socket);
        }
        long readyNanos = System.nanoTime() + speed.handshakes() * speed.roundTrip().toNanos();
        carry(phone, hub, up, readyNanos);
        carry(hub, phone, down, readyNanos);
      }
    } catch (IOException ended) {
      LOG.log(System.Logger.Level.DEBUG, "the network ends", ended);
    }
  }

  private void carry(Socket from, Socket to, Lane lane, long readyNanos) {
    BlockingQueue<Packet> onTheWay = new LinkedBlockingQueue<>(4_096);
    Thread.ofVirtual().start(() -> take(from, onTheWay, lane, readyNanos));
    Thread.ofVirtual().start(() -> give(to, onTheWay));
  }

  private void take(Socket from, BlockingQueue<Packet> onTheWay, Lane lane, long readyNanos) {
    try {
      InputStream in = from.getInputStream();
      byte[] buffer = new byte[PACKET_BYTES];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        long due = Math.max(lane.dueNanos(read), readyNanos + speed.roundTrip().toNanos() / 2);
        onTheWay.put(new Packet(Arrays.copyOf(buffer, read), due));
      }
    } catch (IOException ended) {
      LOG.log(System.Logger.Level.DEBUG, "a connection ends", ended);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    boolean _ = onTheWay.offer(new Packet(new byte[0], 0));
    sockets.remove(from);
  }

  private static void give(Socket to, BlockingQueue<Packet> onTheWay) {
    try (to) {
      OutputStream out = to.getOutputStream();
      for (Packet next = onTheWay.take(); next.bytes().length > 0; next = onTheWay.take()) {
        for (long wait = next.dueNanos() - System.nanoTime();
            wait > 0;
            wait = next.dueNanos() - System.nanoTime()) {
          LockSupport.parkNanos(wait);
        }
        out.write(next.bytes());
      }
    } catch (IOException ended) {
      LOG.log(System.Logger.Level.DEBUG, "a connection ends", ended);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : sockets) {
        socket.close();
      }
      sockets.clear();
    } catch (IOException e) {
      throw new UncheckedIOException("the phone's network cannot be cut", e);
    }
  }
}
