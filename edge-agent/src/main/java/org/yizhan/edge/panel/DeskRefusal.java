package org.yizhan.edge.panel;

/** A request that cannot be met: the message says what, why, and what to do. */
public final class DeskRefusal extends Exception {
  private static final long serialVersionUID = 1;

  public DeskRefusal(String message) {
    super(message);
  }
}
