package org.yizhan.hub.mqtt;

import io.netty.handler.codec.mqtt.MqttConnectReturnCode;

/** Why a client is not let in, with the reason code of its CONNACK (MQTT 5, section 3.2.2.2). */
enum Refusal {
  ANONYMOUS(
      MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED_5,
      "it shows no certificate; enrol the station first"),
  UNKNOWN_CERTIFICATE(
      MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED_5,
      "its certificate is replaced, retired or of nobody here"),
  WRONG_CLIENT_ID(
      MqttConnectReturnCode.CONNECTION_REFUSED_CLIENT_IDENTIFIER_NOT_VALID,
      "its client id is not the station its certificate names"),
  OLD_PROTOCOL(
      MqttConnectReturnCode.CONNECTION_REFUSED_UNACCEPTABLE_PROTOCOL_VERSION,
      "it does not speak MQTT 5"),
  BAD_KEEP_ALIVE(
      MqttConnectReturnCode.CONNECTION_REFUSED_IMPLEMENTATION_SPECIFIC,
      "its keep-alive is not between 1 and 600 s"),
  BAD_WILL(
      MqttConnectReturnCode.CONNECTION_REFUSED_TOPIC_NAME_INVALID,
      "its last will is not its own presence"),
  FULL(MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_BUSY, "too many clients are connected"),
  NO_DATABASE(
      MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE_5,
      "its certificate cannot be looked up now");

  private final MqttConnectReturnCode code;
  private final String sentence;

  Refusal(MqttConnectReturnCode code, String sentence) {
    this.code = code;
    this.sentence = sentence;
  }

  MqttConnectReturnCode code() {
    return code;
  }

  String sentence() {
    return sentence;
  }
}
