package org.yizhan.hub.web;

/** The asker is at fault: says which parameter, and in the asker's language what to do. */
final class BadRequest extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String parameter;

  BadRequest(String parameter, String sentence) {
    super(sentence);
    this.parameter = parameter;
  }

  String parameter() {
    return parameter;
  }

  /** In the asker's language. */
  String sentence() {
    return String.valueOf(getMessage());
  }
}
