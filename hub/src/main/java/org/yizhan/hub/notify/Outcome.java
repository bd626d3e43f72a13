package org.yizhan.hub.notify;

import java.time.Duration;

/** What became of one try to send a message. */
public sealed interface Outcome {
  /** The receiver says it has it. */
  record Delivered() implements Outcome {}

  /**
   * It has not, or nobody knows.
   *
   * @param why what was answered, for the operator
   * @param notBefore how long the receiver wants to be left alone; zero when it did not say
   */
  record Failed(String why, Duration notBefore) implements Outcome {
    private static final int LENGTH_MAX = 200;

    public Failed {
      why = why.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+", " ").strip();
      if (why.length() > LENGTH_MAX) {
        why = why.substring(0, LENGTH_MAX) + "…";
      }
    }
  }

  static Outcome failed(String why) {
    return new Failed(why, Duration.ZERO);
  }
}
