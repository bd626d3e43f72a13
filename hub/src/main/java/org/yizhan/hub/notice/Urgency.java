package org.yizhan.hub.notice;

/** Whether a notice may wake somebody. */
public enum Urgency {
  /** Workers are kept out or may come to harm: told at once, in quiet hours too. */
  URGENT,
  /** Waits a few minutes for company, and through quiet hours. */
  CALM
}
