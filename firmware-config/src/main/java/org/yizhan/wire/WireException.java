package org.yizhan.wire;

/**
 * Bytes that are not what the contract says: names the thing and its place. The sender is at fault.
 */
public final class WireException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public WireException(String message) {
    // no stack trace: this program is not at fault, and a flood of bad bytes must stay cheap
    super(message, null, false, false);
  }
}
