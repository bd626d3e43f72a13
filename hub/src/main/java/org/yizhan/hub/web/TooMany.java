package org.yizhan.hub.web;

import java.time.Duration;

/** Somebody asks too often: one sentence, and how long to wait (RFC 6585, 4). */
final class TooMany extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Duration wait;

  TooMany(String sentence, Duration wait) {
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
