package org.yizhan.hub.store.sqlite;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
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

  // places in these lists are what is written: append only
  private static final List<Evidence> EVIDENCE =
      List.of(
          Evidence.ADMISSION_ONLY,
          Evidence.PASS_AND_DOOR,
          Evidence.SENSOR_ONLY,
          Evidence.PASS_ONLY);
  private static final List<Ending> ENDINGS = List.of(Ending.BEAMS, Ending.EMPTY, Ending.ESTIMATED);
  private static final List<PassKind> PASSES =
      List.of(PassKind.PHONE, PassKind.CARD, PassKind.CODE);

  private static final int EVIDENCE_BITS = 0x03;
  private static final int AWAITS_DOOR = 0x04;
  private static final int AWAITS_BEAMS = 0x08;
  private static final int HAS_PASS = 0x10;
  private static final int TIME_KNOWN = 0x20;
  private static final int ENDED = 0x40;

  private FoldingBytes() {}

  static byte[] write(JournalFolds.State state) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeBoolean(state.visits().begun());
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
      if (!state.stock().taken().isEmpty()) {
        writeTaken(out, state.stock().taken());
      }
    } catch (IOException cannotBe) {
      throw new UncheckedIOException(cannotBe);
    }
    return bytes.toByteArray();
  }

  /** At the end, and only if there is any: what an older hub wrote ends before it. */
  private static void writeTaken(
      DataOutputStream out, Map<StockState.Hour, StockState.Untimed> taken) throws IOException {
    out.writeShort(taken.size());
    for (Map.Entry<StockState.Hour, StockState.Untimed> hour : taken.entrySet()) {
      out.writeUTF(hour.getKey().item().value());
      writeNumber(out, hour.getKey().hour());
      writeNumber(out, hour.getValue().units());
      writeNumber(out, hour.getValue().sinceMs());
    }
  }

  private static Map<StockState.Hour, StockState.Untimed> readTaken(DataInputStream in)
      throws IOException {
    Map<StockState.Hour, StockState.Untimed> taken = new HashMap<>();
    if (in.available() > 0) {
      for (int i = in.readShort(); i > 0; i--) {
        taken.put(
            new StockState.Hour(new ItemCode(in.readUTF()), (int) readNumber(in)),
            new StockState.Untimed((int) readNumber(in), readNumber(in)));
      }
    }
    return taken;
  }

  /** Some 30 bytes: this is written with nearly every envelope. */
  private static void writeVisit(DataOutputStream out, Visit visit) throws IOException {
    out.writeByte(
        EVIDENCE.indexOf(visit.evidence())
            | (visit.awaitsDoor() ? AWAITS_DOOR : 0)
            | (visit.awaitsBeams() ? AWAITS_BEAMS : 0)
            | (visit.pass().isPresent() ? HAS_PASS : 0)
            | (visit.beganMs().isPresent() ? TIME_KNOWN : 0)
            | (visit.ended().isPresent() ? ENDED : 0));
    writeNumber(out, visit.number());
    if (visit.pass().isPresent()) {
      out.writeByte(PASSES.indexOf(visit.pass().get().kind()));
      out.writeLong(HexFormat.fromHexDigitsToLong(visit.pass().get().visitor().value()));
    }
    writeNumber(out, visit.beganSinceMs());
    if (visit.beganMs().isPresent()) {
      writeNumber(out, visit.beganMs().getAsLong());
    }
    writeNumber(out, visit.admittedSinceMs() - visit.beganSinceMs());
    if (visit.ended().isPresent()) {
      out.writeByte(ENDINGS.indexOf(visit.ended().get().how()));
      writeNumber(out, visit.ended().get().sinceMs() - visit.beganSinceMs());
    }
  }

  /** Seven bits a byte, the lowest first; the top bit says that more follow. */
  private static void writeNumber(DataOutputStream out, long number) throws IOException {
    long rest = number;
    while ((rest & ~0x7FL) != 0) {
      out.writeByte((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.writeByte((int) rest);
  }

  private static long readNumber(DataInputStream in) throws IOException {
    long number = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = in.readByte();
      number |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return number;
      }
    }
    throw new IOException("a number without end");
  }

  /** What {@link #write} wrote; {@code beganMs} stands in a column of its own. */
  static JournalFolds.State read(byte[] bytes, OptionalLong beganMs) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int version = in.readByte();
      if (version != VERSION) {
        throw new IllegalStateException(
            "the state of a journal's folds is of form " + version + "; run: hub refold");
      }
      boolean begun = in.readBoolean();
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
          beganMs, new VisitState(begun, open), new StockState(waiting, readTaken(in)));
    } catch (IOException cutShort) {
      throw new IllegalStateException(
          "the state of a journal's folds is cut short; run: hub refold", cutShort);
    }
  }

  private static Visit readVisit(DataInputStream in) throws IOException {
    int flags = in.readByte();
    long number = readNumber(in);
    Optional<Visit.Pass> pass =
        (flags & HAS_PASS) == 0 ? Optional.empty() : Optional.of(readPass(in));
    long beganSinceMs = readNumber(in);
    OptionalLong beganMs =
        (flags & TIME_KNOWN) == 0 ? OptionalLong.empty() : OptionalLong.of(readNumber(in));
    long admittedSinceMs = beganSinceMs + readNumber(in);
    Optional<Visit.End> ended =
        (flags & ENDED) == 0 ? Optional.empty() : Optional.of(readEnd(in, beganSinceMs));
    return new Visit(
        number,
        pass,
        beganSinceMs,
        beganMs,
        admittedSinceMs,
        EVIDENCE.get(flags & EVIDENCE_BITS),
        (flags & AWAITS_DOOR) != 0,
        (flags & AWAITS_BEAMS) != 0,
        ended);
  }

  private static Visit.Pass readPass(DataInputStream in) throws IOException {
    PassKind kind = PASSES.get(in.readByte());
    return new Visit.Pass(new Visitor(HexFormat.of().toHexDigits(in.readLong())), kind);
  }

  private static Visit.End readEnd(DataInputStream in, long beganSinceMs) throws IOException {
    Ending how = ENDINGS.get(in.readByte());
    return new Visit.End(beganSinceMs + readNumber(in), how);
  }
}
