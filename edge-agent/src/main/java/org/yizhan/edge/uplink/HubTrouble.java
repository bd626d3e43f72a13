package org.yizhan.edge.uplink;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;

/** Says why there is no connection in a sentence a technician can act on. */
final class HubTrouble {
  private HubTrouble() {}

  static String explain(MqttDisconnectResponse response) {
    if (response.getException() != null) {
      return explain(response.getException());
    }
    String reason = response.getReasonString();
    return "the hub ended the connection"
        + (reason == null ? "" : ": " + reason)
        + " (MQTT reason "
        + response.getReturnCode()
        + ")";
  }

  static String explain(MqttException failure) {
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      switch (cause) {
        case UnknownHostException unknown -> {
          return "the hub's name is not known: " + unknown.getMessage() + "; check the network";
        }
        case ConnectException _, NoRouteToHostException _ -> {
          return "the hub does not listen (" + cause.getMessage() + "); check that it runs";
        }
        case SocketTimeoutException _ -> {
          return "the hub does not answer; check the network";
        }
        case SSLException tls -> {
          return "the hub and this station do not trust each other ("
              + tls.getMessage()
              + "); check the clock, and whether this device was replaced";
        }
        default -> {}
      }
    }
    return switch (failure.getReasonCode()) {
      case MqttReturnCode.RETURN_CODE_NOT_AUTHORIZED ->
          "the hub does not admit this station; check whether it was retired or replaced";
      case MqttClientException.REASON_CODE_CLIENT_TIMEOUT -> "the hub does not answer";
      case MqttClientException.REASON_CODE_WRITE_TIMEOUT -> "the network takes nothing more";
      default ->
          "the connection to the hub failed: "
              + failure.getMessage()
              + " (MQTT reason "
              + failure.getReasonCode()
              + ")";
    };
  }
}
