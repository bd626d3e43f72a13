package org.yizhan.hub.labels;

import org.yizhan.station.BilingualText;
import org.yizhan.station.StationId;

/**
 * What a label says.
 *
 * @param address what its QR code holds, and what somebody without a camera types
 */
public record StationLabel(StationId id, BilingualText name, String address) {
  /**
   * The label of a station.
   *
   * @param webAddress where people reach the hub's pages, without a slash at the end
   */
  public static StationLabel of(StationId id, BilingualText name, String webAddress) {
    return new StationLabel(id, name, webAddress + "/s/" + id.value());
  }
}
