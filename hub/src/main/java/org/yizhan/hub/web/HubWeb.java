package org.yizhan.hub.web;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.KeyCertOptions;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.yizhan.hub.catalogue.Catalogue;
import org.yizhan.hub.catalogue.Recalls;
import org.yizhan.hub.duty.book.DutyBook;
import org.yizhan.hub.duty.book.DutySwaps;
import org.yizhan.hub.identity.StationRegister;
import org.yizhan.hub.loans.Loans;
import org.yizhan.hub.matters.Matters;
import org.yizhan.hub.notify.NoticeQueue;
import org.yizhan.hub.notify.Senders;
import org.yizhan.hub.notify.Subscriptions;
import org.yizhan.hub.people.Accounts;
import org.yizhan.hub.people.ApiTokens;
import org.yizhan.hub.people.Sessions;
import org.yizhan.hub.people.Volunteers;
import org.yizhan.hub.rounds.ProofPhotos;
import org.yizhan.hub.rounds.Rounds;
import org.yizhan.hub.settings.HubSettings;
import org.yizhan.hub.store.Changes;
import org.yizhan.hub.store.EntryBook;
import org.yizhan.hub.store.Readings;
import org.yizhan.hub.store.sqlite.HubDatabase;

/**
 * The hub's pages, API and measurements on one port. Speaks HTTPS with a given certificate, and
 * plain HTTP only on loopback, where a proxy in front may add TLS.
 */
public final class HubWeb implements AutoCloseable {
  private static final int LINE_BYTES_MAX = 4_096;
  private static final int HEADER_BYTES_MAX = 16_384;
  private static final int IDLE_SECONDS_MAX = 60;
  private static final int START_SECONDS_MAX = 20;

  private final HttpServer server;
  private final LiveEvents live;
  private final URI address;

  private HubWeb(HttpServer server, LiveEvents live, URI address) {
    this.server = server;
    this.live = live;
    this.address = address;
  }

  /**
   * Where to listen.
   *
   * @param port 0 takes any free one
   * @param tls certificate and key; without them {@code host} must be loopback
   * @param publicAddress how people reach it when a proxy stands in front ({@code
   *     https://hub.example.org}); links and cookies are made for it, and the proxy's {@code
   *     X-Forwarded-For} is believed
   */
  public record Listen(
      String host, int port, Optional<KeyCertOptions> tls, Optional<URI> publicAddress) {
    public Listen {
      if (port < 0 || port > 65_535) {
        throw new IllegalArgumentException("a port lies between 0 and 65535, not " + port);
      }
      if (tls.isEmpty() && !isLoopback(host)) {
        throw new IllegalArgumentException(
            "without a certificate the pages are served on loopback only, not on "
                + host
                + "; give a certificate, or listen on 127.0.0.1 behind a proxy that speaks HTTPS");
      }
    }

    private static boolean isLoopback(String host) {
      try {
        return InetAddress.getByName(host).isLoopbackAddress();
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException("there is no address for the host " + host, e);
      }
    }
  }

  /** What the pages are made from. */
  public record Parts(
      Readings readings,
      Changes changes,
      Accounts accounts,
      Sessions sessions,
      ApiTokens tokens,
      Shelves shelves,
      Telling telling,
      InstantSource clock,
      PrometheusMeterRegistry meters) {}

  /** What the pages on telling people work with. */
  public record Telling(Subscriptions subscriptions, NoticeQueue matters, Senders senders) {}

  /** What volunteers' phones work with. */
  public record Shelves(
      EntryBook entries,
      Volunteers volunteers,
      Rounds rounds,
      ProofPhotos photos,
      Catalogue catalogue,
      HubSettings settings,
      Recalls recalls,
      StationRegister register,
      Loans loans,
      Matters matters,
      Duty duty) {
    public static Shelves on(HubDatabase database, EntryBook entries, InstantSource clock) {
      return new Shelves(
          entries,
          new Volunteers(database, clock),
          new Rounds(database, clock),
          new ProofPhotos(database, clock),
          new Catalogue(database),
          new HubSettings(database),
          new Recalls(database, clock),
          new StationRegister(database, clock),
          new Loans(database, entries, clock),
          new Matters(database),
          new Duty(new DutyBook(database, clock), new DutySwaps(database, clock)));
    }
  }

  /** What groups who run a station in turns work with. */
  public record Duty(DutyBook book, DutySwaps swaps) {}

  /**
   * Starts and returns once the port is open.
   *
   * @throws HubWebException when the port cannot be opened
   */
  public static HubWeb start(Vertx vertx, Listen listen, Parts parts) {
    LiveEvents live = new LiveEvents(vertx, parts);
    PlanTurn planning = new PlanTurn(PlanTurn.USUAL_PATIENCE);
    Site site = new Site(parts, Assets.load(), planning, isSecure(listen), listen.publicAddress());
    HttpServer server =
        vertx.createHttpServer(options(listen)).requestHandler(HubRoutes.of(vertx, site, live));
    try {
      await(server.listen(listen.port(), listen.host()));
    } catch (HubWebException e) {
      live.close();
      throw new HubWebException(
          "the pages cannot be served on "
              + listen.host()
              + ':'
              + listen.port()
              + ": "
              + e.getMessage()
              + "; choose another with --web-port, or 0 for any free one",
          e);
    }
    live.begin();
    return new HubWeb(server, live, addressOf(listen, server.actualPort()));
  }

  private static HttpServerOptions options(Listen listen) {
    HttpServerOptions options =
        new HttpServerOptions()
            .setMaxInitialLineLength(LINE_BYTES_MAX)
            .setMaxHeaderSize(HEADER_BYTES_MAX)
            .setMaxFormFields(32)
            .setMaxFormAttributeSize(4_096)
            .setIdleTimeout(IDLE_SECONDS_MAX)
            .setCompressionSupported(true);
    listen.tls().ifPresent(tls -> options.setSsl(true).setUseAlpn(true).setKeyCertOptions(tls));
    return options;
  }

  private static boolean isSecure(Listen listen) {
    return listen
        .publicAddress()
        .map(address -> "https".equals(address.getScheme()))
        .orElse(listen.tls().isPresent());
  }

  private static URI addressOf(Listen listen, int port) {
    String host = listen.host().contains(":") ? '[' + listen.host() + ']' : listen.host();
    return listen
        .publicAddress()
        .orElseGet(
            () ->
                URI.create(
                    (listen.tls().isPresent() ? "https://" : "http://") + host + ':' + port));
  }

  private static <T> void await(Future<T> future) {
    try {
      future.toCompletionStage().toCompletableFuture().get(START_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new HubWebException(String.valueOf(cause.getMessage()), cause);
    } catch (TimeoutException e) {
      throw new HubWebException("no answer within " + START_SECONDS_MAX + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HubWebException("interrupted", e);
    }
  }

  /** The port it listens on. */
  public int port() {
    return server.actualPort();
  }

  /** How people reach it, without a slash at the end. */
  public URI address() {
    return address;
  }

  /** The address of a one-time link whose token {@link Accounts} gave. */
  public URI link(String token) {
    return URI.create(address + "/link/" + token);
  }

  @Override
  public void close() {
    live.close();
    await(server.close());
  }
}
