package org.yizhan.bench;

/** A measurement that cannot be made: one sentence for the person at the terminal. */
final class BenchException extends RuntimeException {
  private static final long serialVersionUID = 1;

  BenchException(String message) {
    super(message);
  }

  BenchException(String message, Throwable cause) {
    super(message, cause);
  }
}
