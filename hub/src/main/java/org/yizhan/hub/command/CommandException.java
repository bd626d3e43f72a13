package org.yizhan.hub.command;

/** What an operator asked cannot be done: one sentence with what, where and the remedy. */
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public CommandException(String message) {
    super(message);
  }

  public CommandException(String message, Throwable cause) {
    super(message, cause);
  }
}
