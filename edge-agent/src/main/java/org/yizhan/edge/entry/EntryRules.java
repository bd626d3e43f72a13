package org.yizhan.edge.entry;

import java.util.Optional;
import org.yizhan.pass.Pass;
import org.yizhan.pass.PassKind;
import org.yizhan.pass.PassVerdict;
import org.yizhan.pass.RefusalReason;
import org.yizhan.station.StationProfile;
import org.yizhan.wire.Moment;
import org.yizhan.wire.Visitor;

/**
 * Who may come in, once it is known what their pass is worth. In doubt the rules are on the side of
 * the person at the door: hours are not applied while the clock is not trusted, a pass that opened
 * within {@code sameVisitWithin} opens again even after closing time, and no number of other
 * people's wrong tries keeps a good pass out. Spoken codes alone wait for the bucket of tries, for
 * they can be guessed. Where a scan is the taking of goods, a pass that took its day's share takes
 * no more until midnight.
 */
public final class EntryRules {
  private EntryRules() {}

  /** The decision and what the door remembers of it. */
  public record Decided(EntryState next, EntryDecision decision) {}

  public static Decided decide(
      EntryState state, PassVerdict verdict, VisitorKey key, StationProfile profile, Moment at) {
    EntryState now = state.withTries(state.tries().at(at.sinceStartMs()));
    return switch (verdict) {
      case PassVerdict.Genuine(Pass pass, PassKind kind) ->
          decideGenuine(now, key.pseudonym(pass.subject()), kind, profile, at);
      case PassVerdict.Unusable(Pass pass, RefusalReason reason) ->
          refuse(now, reason, Optional.of(key.pseudonym(pass.subject())), at);
      case PassVerdict.Rejected(RefusalReason reason) -> refuse(now, reason, Optional.empty(), at);
    };
  }

  private static Decided decideGenuine(
      EntryState now, Visitor visitor, PassKind kind, StationProfile profile, Moment at) {
    long withinMs = profile.door().sameVisitWithin().toMillis();
    boolean sameVisit = now.recent().wasAdmittedWithin(visitor, at.sinceStartMs(), withinMs);
    if (kind == PassKind.CODE && now.tries().exhausted()) {
      return refuse(now, RefusalReason.TOO_MANY_TRIES, Optional.of(visitor), at);
    }
    if (!sameVisit && isOutsideHours(profile, at)) {
      return refuse(now, RefusalReason.OUTSIDE_HOURS, Optional.of(visitor), at);
    }
    Optional<Entitlement> entitlement = Entitlement.of(profile);
    Takings takings = now.takings().on(localDay(profile, at));
    if (entitlement.filter(per -> takings.of(visitor) >= per.units()).isPresent()) {
      return refuse(now, RefusalReason.DAILY_LIMIT, Optional.of(visitor), at);
    }
    RecentVisitors recent = now.recent().with(visitor, at.sinceStartMs(), withinMs);
    return new Decided(
        new EntryState(
            now.tries(), recent, entitlement.isPresent() ? takings.with(visitor) : takings),
        new EntryDecision.Admit(visitor, kind, sameVisit, entitlement.map(Entitlement::item)));
  }

  private static long localDay(StationProfile profile, Moment at) {
    return at.wall().atZone(profile.zone()).toLocalDate().toEpochDay();
  }

  private static boolean isOutsideHours(StationProfile profile, Moment at) {
    return at.clockTrusted() && !profile.hours().isOpenAt(at.wall().atZone(profile.zone()));
  }

  private static Decided refuse(
      EntryState now, RefusalReason reason, Optional<Visitor> visitor, Moment at) {
    Tries tries = now.tries();
    if (!tries.exhausted()) {
      return new Decided(
          now.withTries(tries.spent()), new EntryDecision.Refuse(reason, visitor, true));
    }
    boolean kept = tries.keepsAt(at.sinceStartMs());
    Tries next = kept ? tries.kept(at.sinceStartMs()) : tries;
    return new Decided(
        now.withTries(next), new EntryDecision.Refuse(RefusalReason.TOO_MANY_TRIES, visitor, kept));
  }
}
