package org.yizhan.edge.panel;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The local web server: status page, stylesheet, meters and health, nothing that changes anything.
 * By default only this computer can reach it; then names other than its own are refused as well, so
 * that no foreign page can read it through the browser (DNS rebinding).
 */
public final class PanelServer implements AutoCloseable {
  static final int CONNECTIONS_MAX = 32;

  private static final int START_SECONDS_MAX = 10;
  private static final int IDLE_SECONDS_MAX = 30;
  private static final int HEADER_BYTES_MAX = 8 * 1024;
  private static final int ADDRESS_LENGTH_MAX = 1_024;
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private final Vertx vertx;
  private final StationDesk desk;
  private final StationMeters meters;
  private final String style = resource("panel.css");
  private final AtomicInteger connections = new AtomicInteger();
  private final String host;
  private final boolean onlyHere;
  private int port;

  private PanelServer(Vertx vertx, StationDesk desk, String host) {
    this.vertx = vertx;
    this.desk = desk;
    this.host = host;
    this.onlyHere = isHere(host);
    this.meters = new StationMeters(desk);
  }

  /**
   * Starts the server.
   *
   * @param port 0 for any free one
   * @throws IOException when it cannot listen there
   */
  public static PanelServer open(String host, int port, StationDesk desk) throws IOException {
    Vertx vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setDisableTCCL(true)
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setFileCachingEnabled(false)
                        .setClassPathResolvingEnabled(false)));
    PanelServer panel = new PanelServer(vertx, desk, host);
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(host)
            .setPort(port)
            .setMaxHeaderSize(HEADER_BYTES_MAX)
            .setMaxInitialLineLength(ADDRESS_LENGTH_MAX)
            .setIdleTimeout(IDLE_SECONDS_MAX)
            .setHttp2ClearTextEnabled(false);
    try {
      HttpServer server =
          vertx
              .createHttpServer(options)
              .connectionHandler(
                  connection -> {
                    if (panel.connections.incrementAndGet() > CONNECTIONS_MAX) {
                      connection.close();
                    }
                    connection.closeHandler(_ -> panel.connections.decrementAndGet());
                  })
              .requestHandler(panel::answer)
              .listen()
              .toCompletionStage()
              .toCompletableFuture()
              .get(START_SECONDS_MAX, TimeUnit.SECONDS);
      panel.port = server.actualPort();
      return panel;
    } catch (ExecutionException | TimeoutException failed) {
      panel.close();
      throw new IOException(
          "the status page cannot listen on %s:%d (%s); choose another --panel-port"
              .formatted(host, port, Objects.requireNonNullElse(failed.getCause(), failed)),
          failed);
    } catch (InterruptedException stopped) {
      panel.close();
      Thread.currentThread().interrupt();
      throw new IOException("stopped while starting the status page", stopped);
    }
  }

  /** Where people find the page. */
  public String address() {
    return "http://%s:%d/".formatted(host.contains(":") ? "[" + host + "]" : host, port);
  }

  @Override
  public void close() {
    try {
      vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException gone) {
      return;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(HttpServerRequest request) {
    HttpServerResponse response =
        request
            .response()
            .putHeader("Content-Security-Policy", POLICY)
            .putHeader("X-Content-Type-Options", "nosniff")
            .putHeader("Referrer-Policy", "no-referrer")
            .putHeader("Cache-Control", "no-store");
    if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
      response.putHeader("Allow", "GET, HEAD");
      end(response, 405, "text/plain", "Only GET and HEAD are answered here.\n");
    } else if (onlyHere && !isHere(hostOf(request))) {
      end(response, 421, "text/plain", "This server answers to this computer's own names only.\n");
    } else {
      route(request, response);
    }
  }

  private void route(HttpServerRequest request, HttpServerResponse response) {
    switch (Objects.requireNonNullElse(request.path(), "")) {
      case "/" -> {
        response.putHeader("Vary", "Accept-Language");
        end(response, 200, "text/html", StatusPage.of(desk.report(), tongue(request)));
      }
      case "/panel.css" -> end(response, 200, "text/css", style);
      case "/metrics" -> end(response, 200, "text/plain; version=0.0.4", meters.text());
      case "/healthz" -> {
        boolean alive = desk.report().alive();
        end(response, alive ? 200 : 503, "text/plain", alive ? "ok\n" : "the loop has ended\n");
      }
      default -> end(response, 404, "text/plain", "Nothing here. The status page is at /.\n");
    }
  }

  private static Tongue tongue(HttpServerRequest request) {
    return Tongue.of(
        Objects.requireNonNullElse(request.getParam("lang"), ""),
        Objects.requireNonNullElse(request.getHeader("Accept-Language"), ""));
  }

  private static void end(HttpServerResponse response, int status, String type, String body) {
    response.setStatusCode(status).putHeader("Content-Type", type + "; charset=utf-8").end(body);
  }

  private static String hostOf(HttpServerRequest request) {
    return Optional.ofNullable(request.authority()).map(name -> name.host()).orElse("");
  }

  private static boolean isHere(String name) {
    return name.equals("localhost")
        || name.equals("::1")
        || name.equals("[::1]")
        || name.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
  }

  private static String resource(String name) {
    try (@Nullable InputStream stream = PanelServer.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("the program lacks its file " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
