package org.yizhan.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Thousands of stations in one process, each with a TLS connection and a certificate of its own.
 */
final class LoadFleet implements AutoCloseable {
  /** Handshakes at once; more would only wait for each other. */
  private static final int CONNECTING_MAX = 64;

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(60);

  private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final List<LoadStation> stations = new ArrayList<>();
  private final LongAdder acknowledged = new LongAdder();
  private final AtomicReference<@Nullable String> failure = new AtomicReference<>();

  /** Connects every station and waits until each listens to its orders. */
  void connect(List<StationLoad> loads, LoadCertificates certificates, int port) {
    Semaphore connecting = new Semaphore(CONNECTING_MAX);
    AtomicInteger listening = new AtomicInteger();
    LoadStation.Watch watch =
        new LoadStation.Watch() {
          @Override
          public void listening() {
            listening.incrementAndGet();
            connecting.release();
          }

          @Override
          public void failed(String why) {
            failure.compareAndSet(null, why);
            connecting.release();
          }
        };
    for (StationLoad load : loads) {
      acquire(connecting);
      requireSound();
      LoadStation station = new LoadStation(load, acknowledged, watch);
      stations.add(station);
      open(station, tls(load, certificates), port);
    }
    for (int i = 0; i < CONNECTING_MAX; i++) {
      acquire(connecting);
    }
    requireSound();
    if (listening.get() != loads.size()) {
      throw new BenchException("only " + listening + " of " + loads.size() + " stations connected");
    }
  }

  private void acquire(Semaphore connecting) {
    try {
      if (!connecting.tryAcquire(CONNECT_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
        throw new BenchException("a station could not connect within " + CONNECT_WITHIN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted", e);
    }
  }

  private static SslContext tls(StationLoad load, LoadCertificates certificates) {
    try {
      return SslContextBuilder.forClient()
          .keyManager(certificates.key(), certificates.of(load.station()))
          .trustManager(certificates.authority())
          .protocols("TLSv1.3")
          .endpointIdentificationAlgorithm(null)
          .build();
    } catch (SSLException e) {
      throw new BenchException("TLS cannot be set up", e);
    }
  }

  private void open(LoadStation station, SslContext tls, int port) {
    new Bootstrap()
        .group(loop)
        .channel(NioSocketChannel.class)
        .option(ChannelOption.TCP_NODELAY, true)
        .handler(
            new ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel channel) {
                channel.pipeline().addLast(tls.newHandler(channel.alloc()), station);
              }
            })
        .connect("127.0.0.1", port)
        .addListener(
            done -> {
              if (!done.isSuccess()) {
                failure.compareAndSet(null, String.valueOf(done.cause()));
              }
            });
  }

  void begin() {
    stations.forEach(LoadStation::begin);
  }

  /** Facts acknowledged by the hub until now. */
  long acknowledged() {
    requireSound();
    return acknowledged.sum();
  }

  private void requireSound() {
    String why = failure.get();
    if (why != null) {
      throw new BenchException("the load came to an end: " + why);
    }
  }

  @Override
  public void close() {
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
