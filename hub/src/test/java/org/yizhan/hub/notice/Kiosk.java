package org.yizhan.hub.notice;

import java.util.Optional;
import org.yizhan.station.BilingualText;
import org.yizhan.station.StationId;
import org.yizhan.station.UnionPlace;

/** The station these tests are about. */
public final class Kiosk {
  public static final StationRef REF =
      new StationRef(
          new StationId("lc-dongchang-01"),
          new BilingualText("东昌路驿站", "Dongchang Road kiosk"),
          UnionPlace.of("shandong/liaocheng/dongchangfu"));

  private Kiosk() {}

  /** A notice as a message lists it. */
  static Letter.Item item(String title, String text) {
    return new Letter.Item(
        new MatterKey("matter-raised:lc-dongchang-01:7"),
        NoticeKind.MATTER_RAISED,
        Optional.of(REF.id()),
        false,
        title,
        text,
        "/stations/lc-dongchang-01");
  }
}
