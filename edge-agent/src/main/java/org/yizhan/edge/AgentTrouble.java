package org.yizhan.edge;

/** Why an agent cannot start: the message says what, where, and what to do. */
final class AgentTrouble extends Exception {
  private static final long serialVersionUID = 1;

  AgentTrouble(String message) {
    super(message);
  }
}
