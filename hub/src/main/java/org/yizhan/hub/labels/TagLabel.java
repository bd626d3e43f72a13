package org.yizhan.hub.labels;

import org.yizhan.station.BilingualText;
import org.yizhan.wire.TagCode;

/**
 * What the label on a thing that is lent says.
 *
 * @param number among the station's things of this kind
 * @param home the station it belongs to
 * @param address what its QR code holds
 */
public record TagLabel(
    TagCode tag, BilingualText name, int number, BilingualText home, String address) {
  /**
   * The label of a thing.
   *
   * @param webAddress where people reach the hub's pages, without a slash at the end
   */
  public static TagLabel of(
      TagCode tag, BilingualText name, int number, BilingualText home, String webAddress) {
    return new TagLabel(tag, name, number, home, webAddress + "/t/" + tag.value());
  }
}
