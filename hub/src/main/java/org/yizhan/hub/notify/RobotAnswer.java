package org.yizhan.hub.notify;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;

/** The answers of the three robots: JSON with a number that is 0 when the message was taken. */
final class RobotAnswer {
  private RobotAnswer() {}

  /**
   * Reads one.
   *
   * @param pauses how long to be silent after some numbers
   */
  static Outcome judge(
      HttpFormat.Answer answer, String code, String message, Map<Integer, Duration> pauses) {
    if (answer.status() != 200) {
      return Outcome.failed("HTTP " + answer.status());
    }
    try {
      JsonObject json = new JsonObject(answer.body());
      if (!(json.getValue(code) instanceof Number number)) {
        return Outcome.failed("HTTP 200 without " + code);
      }
      if (number.doubleValue() == 0) {
        return new Outcome.Delivered();
      }
      return new Outcome.Failed(
          code + " " + number + ": " + json.getValue(message),
          pauses.getOrDefault(number.intValue(), Duration.ZERO));
    } catch (DecodeException | ClassCastException noJson) {
      return Outcome.failed("HTTP 200 with an answer that is no JSON object");
    }
  }
}
