package org.yizhan.hub.demo;

/** The demonstration cannot go on: one sentence for the person at the terminal. */
public final class DemoException extends RuntimeException {
  private static final long serialVersionUID = 1;

  DemoException(String message) {
    super(message);
  }

  DemoException(String message, Throwable cause) {
    super(message, cause);
  }
}
