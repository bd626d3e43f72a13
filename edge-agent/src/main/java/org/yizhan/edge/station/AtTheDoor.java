package org.yizhan.edge.station;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yizhan.edge.entry.Door;
import org.yizhan.edge.entry.EntryDecision.Admit;
import org.yizhan.edge.entry.EntryDecision.Refuse;
import org.yizhan.edge.entry.EntryRules;
import org.yizhan.edge.station.StationEffect.AnswerScan;
import org.yizhan.edge.station.StationEffect.AppendFact;
import org.yizhan.edge.station.StationEffect.ReleaseLock;
import org.yizhan.edge.station.StationEffect.Signal;
import org.yizhan.edge.station.StationEvent.PassScanned;
import org.yizhan.edge.station.StationEvent.UnlockOrdered;
import org.yizhan.pass.PassVerdict;
import org.yizhan.pass.PassVerifier;
import org.yizhan.wire.Fact;
import org.yizhan.wire.Moment;

/** What happens at the door: somebody comes, somebody goes, the leaf moves. */
final class AtTheDoor {
  private AtTheDoor() {}

  static Step decide(StationState state, PassScanned scan) {
    PassVerdict verdict =
        PassVerifier.judge(
            scan.text(), state.orders().trusted(), scan.at().wall(), scan.at().clockTrusted());
    EntryRules.Decided decided =
        EntryRules.decide(
            state.entrance().entry(), verdict, state.entrance().key(), state.profile(), scan.at());
    return switch (decided.decision()) {
      case Admit admit ->
          admit(
              state.withEntry(decided.next(), state.door().afterAdmission(scan.at())),
              scan.reply(),
              admit);
      case Refuse refuse ->
          refuse(state.withEntry(decided.next(), state.door()), scan.reply(), refuse);
    };
  }

  static Step leafMoved(StationState state, Moment at, boolean open) {
    Door.Step moved = state.door().afterContact(at, open, state.profile().door());
    return Step.facts(state.withDoor(moved.next()), moved.facts());
  }

  /** The button cuts the lock's power by itself; the relay follows in case its wire is broken. */
  static Step letOut(StationState state) {
    return Step.of(
        state,
        new ReleaseLock(state.profile().door().unlockFor()),
        new AppendFact(new Fact.ExitPressed()));
  }

  /** A remote unlock, once for each id and never after its time. */
  static Step unlock(StationState state, UnlockOrdered order) {
    if (state.orders().unlocked().has(order.id()) || order.at().wallMs() > order.expiresAtMs()) {
      return Step.of(state);
    }
    return Step.of(
        state.withUnlocked(state.orders().unlocked().with(order.id())),
        new ReleaseLock(state.profile().door().unlockFor()),
        new Signal(Signal.Pattern.WELCOME),
        new AppendFact(new Fact.DoorUnlockedByOrder(order.id())));
  }

  /** The loop writes the measured decision time into the fact and the answer. */
  private static Step admit(StationState next, long reply, Admit admit) {
    List<StationEffect> effects = new ArrayList<>();
    effects.add(new ReleaseLock(next.profile().door().unlockFor()));
    effects.add(new Signal(Signal.Pattern.WELCOME));
    boolean watched = Door.isWatched(next.profile());
    effects.add(new AppendFact(new Fact.PassAdmitted(admit.visitor(), admit.pass(), watched, 0)));
    admit.takes().ifPresent(item -> effects.add(new AppendFact(new Fact.StockTaken(item, 1))));
    answer(effects, reply, new EntryAnswer(Optional.empty(), 0));
    return new Step(next, effects);
  }

  private static Step refuse(StationState next, long reply, Refuse refuse) {
    List<StationEffect> effects = new ArrayList<>();
    effects.add(new Signal(Signal.Pattern.REFUSED));
    if (refuse.kept()) {
      effects.add(new AppendFact(new Fact.PassRefused(refuse.reason(), refuse.visitor())));
    }
    answer(effects, reply, new EntryAnswer(Optional.of(refuse.reason()), 0));
    return new Step(next, effects);
  }

  private static void answer(List<StationEffect> effects, long reply, EntryAnswer answer) {
    if (reply != 0) {
      effects.add(new AnswerScan(reply, answer));
    }
  }
}
