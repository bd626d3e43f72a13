package org.yizhan.hub.web;

/** The web side could not start: the message says what, where, and the remedy. */
public final class HubWebException extends RuntimeException {
  private static final long serialVersionUID = 1;

  HubWebException(String message, Throwable cause) {
    super(message, cause);
  }
}
