package org.yizhan.pass;

/** What was shown has not the form of a pass; says what and where. Never leaves this package. */
final class MalformedPassException extends RuntimeException {
  private static final long serialVersionUID = 1;

  MalformedPassException(String message) {
    // whoever holds up a bad code is at fault, not this program: no stack trace, cheap to refuse
    super(message, null, false, false);
  }
}
