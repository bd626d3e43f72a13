package org.yizhan.edge.loop;

/**
 * What the loop has done since the start, for meters.
 *
 * @param shed events the inbox could not hold
 * @param decisionMicrosSum time from arrival to decision, of all decisions
 */
public record LoopFigures(
    long events,
    long shed,
    long admitted,
    long refused,
    long decisionMicrosSum,
    long decisionMicrosMax) {
  static final LoopFigures NONE = new LoopFigures(0, 0, 0, 0, 0, 0);

  LoopFigures afterEvent(long shedSoFar) {
    return new LoopFigures(
        events + 1, shedSoFar, admitted, refused, decisionMicrosSum, decisionMicrosMax);
  }

  LoopFigures afterDecision(boolean admit, int micros) {
    return new LoopFigures(
        events,
        shed,
        admitted + (admit ? 1 : 0),
        refused + (admit ? 0 : 1),
        decisionMicrosSum + micros,
        Math.max(decisionMicrosMax, micros));
  }
}
