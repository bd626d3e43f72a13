package org.yizhan.hub.mqtt;

import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;

/**
 * Why a connected client is cut off, with the code of its DISCONNECT (MQTT 5, section 3.14.2.1).
 */
enum CutOff {
  WRONG_TOPIC(
      MqttDisconnectReasonCode.NOT_AUTHORIZED,
      "it may publish to its own facts and presence and subscribe to its own orders only"),
  WRONG_QOS(
      MqttDisconnectReasonCode.QOS_NOT_SUPPORTED, "facts are sent with QoS 1, nothing with 2"),
  BAD_LABEL(
      MqttDisconnectReasonCode.PROTOCOL_ERROR,
      "its envelope has no user properties journal, first, count and attempt that can be right"),
  BAD_PRESENCE(MqttDisconnectReasonCode.PAYLOAD_FORMAT_INVALID, "its presence cannot be read"),
  TOO_LARGE(MqttDisconnectReasonCode.PACKET_TOO_LARGE, "its message is too large"),
  MALFORMED(MqttDisconnectReasonCode.MALFORMED_PACKET, "it sent what is no MQTT packet"),
  FLOODING(MqttDisconnectReasonCode.MESSAGE_RATE_TOO_HIGH, "it sends faster than any station"),
  TOO_MANY_IN_FLIGHT(
      MqttDisconnectReasonCode.RECEIVE_MAXIMUM_EXCEEDED, "it does not wait for acknowledgements"),
  TOPIC_ALIAS(MqttDisconnectReasonCode.TOPIC_ALIAS_INVALID, "it uses a topic alias"),
  NOT_READING(MqttDisconnectReasonCode.QUOTA_EXCEEDED, "it does not read what it is sent"),
  REPLACED(
      MqttDisconnectReasonCode.NOT_AUTHORIZED,
      "its device was replaced or its station retired: this certificate speaks for nobody"),
  TAKEN_OVER(MqttDisconnectReasonCode.SESSION_TAKEN_OVER, "the same station connected again"),
  HUB_STOPS(MqttDisconnectReasonCode.SERVER_SHUTTING_DOWN, "the hub is stopping");

  private final MqttDisconnectReasonCode code;
  private final String sentence;

  CutOff(MqttDisconnectReasonCode code, String sentence) {
    this.code = code;
    this.sentence = sentence;
  }

  MqttDisconnectReasonCode code() {
    return code;
  }

  String sentence() {
    return sentence;
  }
}
