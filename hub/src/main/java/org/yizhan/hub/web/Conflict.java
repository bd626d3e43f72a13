package org.yizhan.hub.web;

/** What was asked does not fit what is so by now; says what to do in the asker's language. */
final class Conflict extends RuntimeException {
  private static final long serialVersionUID = 1;

  Conflict(String sentence) {
    super(sentence);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
