package org.yizhan.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/** Stands between a station and its hub and counts the bytes of the connection, both ways. */
final class CountingRelay implements AutoCloseable {
  private final ServerSocket server;
  private final int hubPort;
  private final AtomicLong up = new AtomicLong();
  private final AtomicLong down = new AtomicLong();

  CountingRelay(int hubPort) {
    this.hubPort = hubPort;
    try {
      this.server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new BenchException("no free port: " + e.getMessage(), e);
    }
    Thread.ofVirtual().name("relay").start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** Bytes from the station to the hub. */
  long up() {
    return up.get();
  }

  long down() {
    return down.get();
  }

  private void accept() {
    try {
      while (!server.isClosed()) {
        Socket station = server.accept();
        Socket hub = new Socket(InetAddress.getLoopbackAddress(), hubPort);
        station.setTcpNoDelay(true);
        hub.setTcpNoDelay(true);
        Thread.ofVirtual().start(() -> pump(station, hub, up));
        Thread.ofVirtual().start(() -> pump(hub, station, down));
      }
    } catch (IOException closed) {
      System.getLogger(CountingRelay.class.getName())
          .log(System.Logger.Level.DEBUG, "the relay ends", closed);
    }
  }

  private static void pump(Socket from, Socket to, AtomicLong count) {
    byte[] buffer = new byte[64 * 1024];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        count.addAndGet(read);
        out.write(buffer, 0, read);
      }
    } catch (IOException ended) {
      System.getLogger(CountingRelay.class.getName())
          .log(System.Logger.Level.DEBUG, "a connection ends", ended);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new BenchException("the relay cannot be closed", e);
    }
  }
}
