package org.yizhan.edge.hardware;

/** A part cannot be used: the message names operation, part and remedy. */
public final class HardwareException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public HardwareException(String message) {
    super(message);
  }

  public HardwareException(String message, Throwable cause) {
    super(message, cause);
  }
}
