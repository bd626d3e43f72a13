package org.yizhan.edge.nodes;

/** A pack that is not taken, and whose fault it is: always the sender's. */
final class SenmlRefusal extends Exception {
  private static final long serialVersionUID = 1;

  private final Why why;

  /** What is wrong with a pack. */
  enum Why {
    /** Not SenML, or not a weight. */
    MALFORMED,
    /** A name that is not the sender's. */
    FOREIGN,
    /** Not newer than what the node said before. */
    OLD
  }

  SenmlRefusal(Why why, String message) {
    super(message);
    this.why = why;
  }

  Why why() {
    return why;
  }
}
