package org.yizhan.hub.identity;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.TrustOptions;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * Enrolment over Secure Transport (RFC 7030): {@code /.well-known/est/cacerts}, {@code
 * simpleenroll}, {@code simplereenroll}, over TLS with the hub's own certificate. Everything that
 * comes in is bounded: body, headers, connections, rate and time.
 */
public final class EstServer {
  private static final System.Logger LOG = System.getLogger(EstServer.class.getName());
  private static final String ROOT = "/.well-known/est/";
  private static final int CONNECTIONS_MAX = 512;
  private static final Duration BODY_WITHIN = Duration.ofSeconds(20);
  private static final EstAnswer TOO_LONG =
      EstAnswer.text(413, "A request has at most " + SigningRequest.BODY_BYTES_MAX + " bytes.");

  private final Vertx vertx;
  private final EstDesk desk;
  private final RequestLimit limit;
  private final HttpServer server;
  private final AtomicInteger connections = new AtomicInteger();

  public EstServer(
      Vertx vertx, Enrolment enrolment, ServerCredential credential, InstantSource clock) {
    this.vertx = vertx;
    this.desk = new EstDesk(enrolment, clock);
    this.limit = new RequestLimit(30, 1_200, Duration.ofMinutes(1), clock);
    this.server = vertx.createHttpServer(options(enrolment.authority(), credential));
    server.connectionHandler(
        connection -> {
          if (connections.incrementAndGet() > CONNECTIONS_MAX) {
            connection.close();
          }
          connection.closeHandler(gone -> connections.decrementAndGet());
        });
    server.requestHandler(this::handle);
  }

  private static HttpServerOptions options(Authority authority, ServerCredential credential) {
    HttpServerOptions options = new HttpServerOptions();
    options
        .setSsl(true)
        .setKeyCertOptions(KeyCertOptions.wrap(credential))
        .setTrustOptions(TrustOptions.wrap(new EnrolmentTrust(authority)))
        .setClientAuth(ClientAuth.REQUEST)
        .setIdleTimeout(30)
        .setIdleTimeoutUnit(TimeUnit.SECONDS);
    return options.setUseAlpn(false).setMaxHeaderSize(8 * 1024).setMaxInitialLineLength(1_024);
  }

  /**
   * Listens.
   *
   * @param port 0 for any
   * @return the port that was taken
   */
  public Future<Integer> listen(String host, int port) {
    return server.listen(port, host).map(HttpServer::actualPort);
  }

  public Future<Void> close() {
    return server.close();
  }

  private void handle(HttpServerRequest request) {
    String from =
        request.remoteAddress() == null ? "unknown" : request.remoteAddress().hostAddress();
    String path = request.path() == null ? "" : request.path();
    request.exceptionHandler(gone -> LOG.log(System.Logger.Level.DEBUG, "An asker left.", gone));
    if (!limit.admits(from)) {
      answer(request, EstAnswer.tooMany());
      return;
    }
    switch (path) {
      case ROOT + "cacerts" -> {
        if (require(request, HttpMethod.GET)) {
          answer(request, desk.authorityCertificates());
        }
      }
      case ROOT + "simpleenroll" ->
          withBody(
              request,
              body -> {
                Optional<String> authorization =
                    Optional.ofNullable(request.getHeader("Authorization"));
                return () -> desk.enrol(authorization, body.getBytes(), from);
              });
      case ROOT + "simplereenroll" ->
          withBody(
              request,
              body -> {
                Optional<X509Certificate> current = peer(request);
                return () -> desk.renew(current, body.getBytes(), from);
              });
      default ->
          answer(
              request,
              EstAnswer.text(
                  404,
                  "This is the enrolment server of a Yizhan hub. It answers below "
                      + ROOT
                      + ": cacerts, simpleenroll, simplereenroll."));
    }
  }

  private interface Reply {
    Callable<EstAnswer> to(Buffer body);
  }

  /** Collects a body of bounded length, then answers on a worker thread: signing is slow work. */
  private void withBody(HttpServerRequest request, Reply reply) {
    if (!require(request, HttpMethod.POST)) {
      return;
    }
    Buffer body = Buffer.buffer();
    long tooSlow = vertx.setTimer(BODY_WITHIN.toMillis(), timer -> request.connection().close());
    request.handler(
        part -> {
          body.appendBuffer(part);
          if (body.length() > SigningRequest.BODY_BYTES_MAX) {
            vertx.cancelTimer(tooSlow);
            request.handler(null).endHandler(null);
            answer(request, TOO_LONG);
          }
        });
    request.endHandler(
        end -> {
          vertx.cancelTimer(tooSlow);
          vertx
              .executeBlocking(reply.to(body), false)
              .onSuccess(answer -> answer(request, answer))
              .onFailure(failure -> answerFailure(request, failure));
        });
  }

  private static void answerFailure(HttpServerRequest request, Throwable failure) {
    LOG.log(System.Logger.Level.ERROR, "An enrolment failed in the hub.", failure);
    answer(request, EstAnswer.text(503, "The hub cannot enrol just now; try again in a minute."));
  }

  private static boolean require(HttpServerRequest request, HttpMethod method) {
    if (request.method().equals(method)) {
      return true;
    }
    answer(request, EstAnswer.text(405, "Use " + method.name() + " here."));
    return false;
  }

  private static Optional<X509Certificate> peer(HttpServerRequest request) {
    SSLSession session = request.sslSession();
    if (session == null) {
      return Optional.empty();
    }
    try {
      Certificate[] chain = session.getPeerCertificates();
      return chain.length > 0 && chain[0] instanceof X509Certificate certificate
          ? Optional.of(certificate)
          : Optional.empty();
    } catch (SSLPeerUnverifiedException e) {
      return Optional.empty();
    }
  }

  private static void answer(HttpServerRequest request, EstAnswer answer) {
    if (request.response().ended() || request.response().closed()) {
      return;
    }
    request.response().setStatusCode(answer.status());
    answer.headers().forEach(request.response()::putHeader);
    Future<Void> sent = request.response().end(answer.body());
    if (answer.status() == 413 || answer.status() == 429) {
      sent.onComplete(done -> request.connection().close());
    }
  }
}
