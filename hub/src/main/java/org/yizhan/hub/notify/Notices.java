package org.yizhan.hub.notify;

import org.yizhan.hub.notice.MatterKey;
import org.yizhan.hub.notice.Notice;

/**
 * What other parts of the hub call to have people told. Durable when a call returns; any thread.
 */
public interface Notices {
  /** Tells the first role that has an address, unless this matter stands already. */
  void tell(Notice notice);

  /**
   * The matter is over: whoever was told of it is told so, once. Nothing happens when it does not
   * stand.
   */
  void over(MatterKey matter);

  /** Somebody sees to it: the next role is not told any more. */
  void acknowledge(MatterKey matter);
}
