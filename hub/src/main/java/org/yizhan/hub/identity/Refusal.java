package org.yizhan.hub.identity;

/** Why a station was given no certificate. The log says which; the asker is told what to do. */
enum Refusal {
  TOKEN_UNKNOWN("no such token was ever issued by this hub"),
  TOKEN_FOREIGN("the token belongs to another station"),
  TOKEN_EXPIRED("the token has expired"),
  TOKEN_USED("the token has already been used"),
  TOKEN_WITHDRAWN("the token was withdrawn by a newer one"),
  STATION_UNKNOWN("this hub knows no such station"),
  STATION_RETIRED("the station is retired"),
  NAME_WRONG("the request asks for another name than the station's"),
  CERTIFICATE_UNKNOWN("the certificate is not one this hub gave to a station it knows"),
  CERTIFICATE_ENDED("the certificate was replaced, renewed or retired"),
  CERTIFICATE_TOO_OLD("the certificate ran out too long ago");

  private final String sentence;

  Refusal(String sentence) {
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }
}
