package org.yizhan.edge;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yizhan.edge.entry.VisitorKey;
import org.yizhan.edge.station.Station;
import org.yizhan.edge.station.StationEvent.PassScanned;
import org.yizhan.edge.station.StationState;
import org.yizhan.pass.Pass;
import org.yizhan.pass.PassSigner;
import org.yizhan.pass.TrustedPassState;
import org.yizhan.station.BilingualText;
import org.yizhan.station.ClimateLimits;
import org.yizhan.station.DoorPolicy;
import org.yizhan.station.FixtureName;
import org.yizhan.station.OpeningHours;
import org.yizhan.station.StationId;
import org.yizhan.station.StationKind;
import org.yizhan.station.StationProfile;
import org.yizhan.station.UnionPlace;
import org.yizhan.wire.Moment;

/**
 * Decides on one made-up pass of a made-up issuer at a made-up station, so that the first worker
 * does not wait for classes to be loaded. Opens nothing and is kept nowhere.
 */
final class WarmUp {
  private static final Instant NOW = Instant.parse("2026-01-02T00:00:00Z");
  private static final int ROUNDS = 20;

  private WarmUp() {}

  /**
   * On a platform thread: a virtual one that only computes would keep the loop from its carrier.
   */
  static void start() {
    Thread.ofPlatform().daemon().name("warm-up").start(WarmUp::decideOnce);
  }

  private static void decideOnce() {
    SecureRandom random = new SecureRandom();
    PassSigner issuer = PassSigner.generate("warm-up", random);
    String text =
        issuer.sign(
            new Pass(
                PassSigner.newPassId(random),
                PassSigner.newSubject(random),
                "warm-up",
                NOW,
                NOW,
                NOW.plus(Duration.ofDays(1))));
    Moment at = new Moment(0, NOW.toEpochMilli(), true);
    StationState nowhere =
        StationState.atStart(
            at,
            profile(),
            new TrustedPassState(List.of(issuer.key()), Set.of()),
            Map.of(),
            new VisitorKey("00".repeat(32)));
    for (int round = 0; round < ROUNDS; round++) {
      var _ = Station.step(nowhere, new PassScanned(at, new FixtureName("none"), text, 0));
    }
  }

  private static StationProfile profile() {
    return new StationProfile(
        new StationId("warm-up"),
        new BilingualText("预热", "Warm-up"),
        UnionPlace.of("none"),
        StationKind.KIOSK,
        Optional.empty(),
        ZoneOffset.UTC,
        new OpeningHours.AroundTheClock(),
        DoorPolicy.USUAL,
        List.of(),
        ClimateLimits.USUAL,
        List.of(),
        1);
  }
}
