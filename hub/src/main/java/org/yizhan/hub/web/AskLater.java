package org.yizhan.hub.web;

import java.time.Duration;

/** Too much is asked at once: one sentence, and when to come back. */
final class AskLater extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final int status;
  private final transient Duration wait;

  private AskLater(int status, String sentence, Duration wait) {
    super(sentence);
    this.status = status;
    this.wait = wait;
  }

  /** By whoever asks now (RFC 6585, 4). */
  static AskLater tooMany(String sentence, Duration wait) {
    return new AskLater(429, sentence, wait);
  }

  /** By everybody together (RFC 9110, 15.6.4). */
  static AskLater busy(String sentence, Duration wait) {
    return new AskLater(503, sentence, wait);
  }

  int status() {
    return status;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }

  /** For {@code Retry-After}: whole seconds, after which it is worth asking. */
  long seconds() {
    return wait.toSeconds() + 1;
  }
}
