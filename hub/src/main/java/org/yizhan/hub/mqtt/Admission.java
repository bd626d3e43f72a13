package org.yizhan.hub.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.vertx.core.Context;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttWill;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.yizhan.hub.identity.StationCertificates;
import org.yizhan.station.StationId;
import org.yizhan.wire.Presence;
import org.yizhan.wire.TopicName;
import org.yizhan.wire.TopicName.Channel;
import org.yizhan.wire.WireException;

/** Decides who is let in: a station of this hub, under its own name, with its own last will. */
final class Admission {
  private static final int MQTT_5 = 5;

  /** A dead connection is noticed after one and a half times this. */
  private static final int KEEP_ALIVE_SECONDS_MAX = 600;

  private final StationCertificates certificates;
  private final Doorkeeper doorkeeper;

  /** Takes over a client that is let in, on its event loop. */
  interface Welcome {
    void admit(StationId station, OptionalLong will);
  }

  Admission(StationCertificates certificates, Doorkeeper doorkeeper) {
    this.certificates = certificates;
    this.doorkeeper = doorkeeper;
  }

  void judge(MqttEndpoint endpoint, Context context, Welcome welcome) {
    Optional<X509Certificate> certificate = certificateOf(endpoint);
    if (endpoint.protocolVersion() != MQTT_5) {
      refuse(endpoint, Refusal.OLD_PROTOCOL, "");
    } else if (certificate.isEmpty()) {
      refuse(endpoint, Refusal.ANONYMOUS, "");
    } else if (endpoint.keepAliveTimeSeconds() < 1
        || endpoint.keepAliveTimeSeconds() > KEEP_ALIVE_SECONDS_MAX) {
      refuse(endpoint, Refusal.BAD_KEEP_ALIVE, endpoint.keepAliveTimeSeconds() + " s");
    } else {
      AtomicBoolean left = new AtomicBoolean();
      endpoint.closeHandler(nothing -> left.set(true));
      // the answer may need the database
      context
          .executeBlocking(() -> certificates.stationOf(certificate.get()), false)
          .onComplete(
              station -> {
                if (!left.get()) {
                  judge(endpoint, station, welcome);
                }
              },
              failure -> {
                if (!left.get()) {
                  refuse(endpoint, Refusal.NO_DATABASE, String.valueOf(failure.getMessage()));
                }
              });
    }
  }

  /** Whether the client's certificate still speaks for this station; asks the database. */
  boolean speaksFor(MqttEndpoint endpoint, StationId station) {
    return certificateOf(endpoint)
        .flatMap(certificates::stationOf)
        .filter(station::equals)
        .isPresent();
  }

  private void judge(MqttEndpoint endpoint, Optional<StationId> station, Welcome welcome) {
    if (station.isEmpty()) {
      refuse(endpoint, Refusal.UNKNOWN_CERTIFICATE, subjectOf(endpoint));
      return;
    }
    if (!station.get().value().equals(endpoint.clientIdentifier())) {
      refuse(
          endpoint,
          Refusal.WRONG_CLIENT_ID,
          "station " + station.get() + " as " + endpoint.clientIdentifier());
      return;
    }
    MqttWill will = endpoint.will();
    if (!will.isWillFlag()) {
      welcome.admit(station.get(), OptionalLong.empty());
      return;
    }
    OptionalLong connection = connectionOf(will, station.get());
    if (connection.isEmpty()) {
      refuse(endpoint, Refusal.BAD_WILL, "station " + station.get());
    } else {
      welcome.admit(station.get(), connection);
    }
  }

  private static OptionalLong connectionOf(MqttWill will, StationId station) {
    String own = new TopicName(station, Channel.PRESENCE).text();
    if (!own.equals(will.getWillTopic()) || will.getWillMessage() == null) {
      return OptionalLong.empty();
    }
    try {
      return StationLink.readPresence(will.getWillMessage()) instanceof Presence.Gone gone
          ? OptionalLong.of(gone.connection())
          : OptionalLong.empty();
    } catch (WireException e) {
      return OptionalLong.empty();
    }
  }

  void refuse(MqttEndpoint endpoint, Refusal refusal, String detail) {
    doorkeeper.refused(String.valueOf(endpoint.remoteAddress()), refusal, detail);
    boolean hasReasons = endpoint.protocolVersion() == MQTT_5;
    endpoint.reject(
        refusal.code(),
        hasReasons ? Doorkeeper.reason(refusal.sentence()) : MqttProperties.NO_PROPERTIES);
  }

  private static String subjectOf(MqttEndpoint endpoint) {
    return certificateOf(endpoint)
        .map(certificate -> certificate.getSubjectX500Principal().getName())
        .orElse("");
  }

  private static Optional<X509Certificate> certificateOf(MqttEndpoint endpoint) {
    if (endpoint.sslSession() == null) {
      return Optional.empty();
    }
    try {
      return endpoint.sslSession().getPeerCertificates()[0] instanceof X509Certificate certificate
          ? Optional.of(certificate)
          : Optional.empty();
    } catch (SSLPeerUnverifiedException anonymous) {
      return Optional.empty();
    }
  }
}
