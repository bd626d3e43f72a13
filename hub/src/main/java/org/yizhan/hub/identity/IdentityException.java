package org.yizhan.hub.identity;

/** The authority's files or keys refused: names the file, what is wrong and the remedy. */
public final class IdentityException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public IdentityException(String message) {
    super(message);
  }

  public IdentityException(String message, Throwable cause) {
    super(message, cause);
  }
}
