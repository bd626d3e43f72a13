package org.yizhan.edge.identity;

/**
 * The station's identity cannot be used or obtained: the message says what, where and what to do.
 */
public final class IdentityException extends Exception {
  private static final long serialVersionUID = 1;

  public IdentityException(String message) {
    super(message);
  }

  public IdentityException(String message, Throwable cause) {
    super(message, cause);
  }
}
