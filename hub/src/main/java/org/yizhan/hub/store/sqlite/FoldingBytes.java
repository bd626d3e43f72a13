package org.yizhan.hub.store.sqlite;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.yizhan.hub.stock.StockState;
import org.yizhan.hub.store.JournalFolds;
import org.yizhan.hub.visits.Ending;
import org.yizhan.hub.visits.Evidence;
import org.yizhan.hub.visits.Visit;
import org.yizhan.hub.visits.VisitState;
import org.yizhan.pass.PassKind;
import org.yizhan.station.ItemCode;
import org.yizhan.wire.Visitor;

/** The state of a journal's folds as bytes, in column {@code journal.folding}. */
final class FoldingBytes {
  private static final int VERSION = 1;

  private FoldingBytes() {}

  static byte[] write(JournalFolds.State state) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeLong(state.visits().nextNumber());
      out.writeShort(state.visits().open().size());
      for (Visit visit : state.visits().open()) {
        writeVisit(out, visit);
      }
      out.writeShort(state.stock().waiting().size());
      for (Map.Entry<ItemCode, StockState.Untimed> waiting : state.stock().waiting().entrySet()) {
        out.writeUTF(waiting.getKey().value());
        out.writeInt(waiting.getValue().units());
        out.writeLong(waiting.getValue().sinceMs());
      }
    } catch (IOException cannotBe) {
      throw new UncheckedIOException(cannotBe);
    }
    return bytes.toByteArray();
  }

  private static void writeVisit(DataOutputStream out, Visit visit) throws IOException {
    out.writeLong(visit.number());
    out.writeUTF(visit.pass().map(pass -> pass.kind().name()).orElse(""));
    if (visit.pass().isPresent()) {
      out.writeUTF(visit.pass().get().visitor().value());
    }
    out.writeLong(visit.beganSinceMs());
    out.writeBoolean(visit.beganMs().isPresent());
    out.writeLong(visit.beganMs().orElse(0));
    out.writeLong(visit.admittedSinceMs());
    out.writeUTF(visit.evidence().name());
    out.writeBoolean(visit.awaitsDoor());
    out.writeBoolean(visit.awaitsBeams());
    out.writeUTF(visit.ended().map(end -> end.how().name()).orElse(""));
    if (visit.ended().isPresent()) {
      out.writeLong(visit.ended().get().sinceMs());
    }
  }

  /** What {@link #write} wrote; {@code beganMs} stands in a column of its own. */
  static JournalFolds.State read(byte[] bytes, OptionalLong beganMs) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int version = in.readByte();
      if (version != VERSION) {
        throw new IllegalStateException(
            "the state of a journal's folds is of form " + version + "; run: hub refold");
      }
      long nextNumber = in.readLong();
      List<Visit> open = new ArrayList<>();
      for (int i = in.readShort(); i > 0; i--) {
        open.add(readVisit(in));
      }
      Map<ItemCode, StockState.Untimed> waiting = new HashMap<>();
      for (int i = in.readShort(); i > 0; i--) {
        waiting.put(
            new ItemCode(in.readUTF()), new StockState.Untimed(in.readInt(), in.readLong()));
      }
      return new JournalFolds.State(
          beganMs, new VisitState(nextNumber, open), new StockState(waiting));
    } catch (IOException cutShort) {
      throw new IllegalStateException(
          "the state of a journal's folds is cut short; run: hub refold", cutShort);
    }
  }

  private static Visit readVisit(DataInputStream in) throws IOException {
    long number = in.readLong();
    String kind = in.readUTF();
    Optional<Visit.Pass> pass =
        kind.isEmpty()
            ? Optional.empty()
            : Optional.of(new Visit.Pass(new Visitor(in.readUTF()), PassKind.valueOf(kind)));
    long beganSinceMs = in.readLong();
    boolean timeKnown = in.readBoolean();
    long beganMs = in.readLong();
    long admittedSinceMs = in.readLong();
    Evidence evidence = Evidence.valueOf(in.readUTF());
    boolean awaitsDoor = in.readBoolean();
    boolean awaitsBeams = in.readBoolean();
    String ending = in.readUTF();
    Optional<Visit.End> ended =
        ending.isEmpty()
            ? Optional.empty()
            : Optional.of(new Visit.End(in.readLong(), Ending.valueOf(ending)));
    return new Visit(
        number,
        pass,
        beganSinceMs,
        timeKnown ? OptionalLong.of(beganMs) : OptionalLong.empty(),
        admittedSinceMs,
        evidence,
        awaitsDoor,
        awaitsBeams,
        ended);
  }
}
