package org.yizhan.hub.web;

/** There is no such thing; says so in the asker's language. */
final class NotFound extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotFound(String sentence) {
    super(sentence);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
