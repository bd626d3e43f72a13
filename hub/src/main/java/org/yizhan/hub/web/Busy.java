package org.yizhan.hub.web;

import java.time.Duration;

/** Too much is asked of the hub at once, by whomever: one sentence, and when to come back. */
final class Busy extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Duration wait;

  Busy(String sentence, Duration wait) {
    super(sentence);
    this.wait = wait;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }

  Duration waiting() {
    return wait;
  }
}
