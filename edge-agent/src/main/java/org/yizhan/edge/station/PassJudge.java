package org.yizhan.edge.station;

import org.yizhan.pass.PassVerdict;
import org.yizhan.pass.TrustedPassState;
import org.yizhan.wire.Moment;

/** Finds out what a scanned text is worth; must be a pure function. */
@FunctionalInterface
public interface PassJudge {
  PassVerdict judge(String text, TrustedPassState trusted, Moment at);
}
