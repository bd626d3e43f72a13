package org.yizhan.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import org.yizhan.station.ItemCode;

/** Writes one entry as a JSON object that stands alone: on the card, on the wire, at the hub. */
final class EntryWriter {
  private EntryWriter() {}

  static void write(JsonGenerator out, Entry entry) throws IOException {
    if (entry.fact() instanceof Fact.Unknown unknown) {
      out.writeRawValue(RawJson.requireObject(unknown.json()));
      return;
    }
    out.writeStartObject();
    writeMoment(out, entry.at());
    writeFact(out, entry.fact());
    out.writeEndObject();
  }

  /**
   * {@code t} since the journal began, and {@code w} (trusted) or {@code g} (guessed) wall time.
   */
  static void writeMoment(JsonGenerator out, Moment at) throws IOException {
    out.writeNumberField("t", at.sinceStartMs());
    out.writeNumberField(at.clockTrusted() ? "w" : "g", at.wallMs());
  }

  static void kind(JsonGenerator out, String word) throws IOException {
    out.writeStringField("k", word);
  }

  private static void writeFact(JsonGenerator out, Fact fact) throws IOException {
    switch (fact) {
      case Fact.DoorOpened() -> kind(out, FactWords.DOOR_OPENED);
      case Fact.DoorClosed() -> kind(out, FactWords.DOOR_CLOSED);
      case Fact.ExitPressed() -> kind(out, FactWords.EXIT_PRESSED);
      case Fact.PersonEntered(int people) ->
          writeNumber(out, FactWords.PERSON_ENTERED, "n", people);
      case Fact.PersonLeft(int people) -> writeNumber(out, FactWords.PERSON_LEFT, "n", people);
      case Fact.OccupancyCorrected(int people) ->
          writeNumber(out, FactWords.OCCUPANCY_CORRECTED, "n", people);
      case Fact.ClockStepped(long byMs) -> writeNumber(out, FactWords.CLOCK_STEPPED, "by", byMs);
      case Fact.DoorUnlockedByOrder(String orderId) -> {
        kind(out, FactWords.DOOR_UNLOCKED_BY_ORDER);
        text(out, "id", orderId);
      }
      case Fact.PassAdmitted admitted -> writeAdmitted(out, admitted);
      case Fact.PassRefused refused -> writeRefused(out, refused);
      case Fact.ClimateMeasured measured -> {
        kind(out, FactWords.CLIMATE_MEASURED);
        out.writeNumberField("c", measured.temperature().hundredths());
        out.writeNumberField("h", measured.humidity().percent());
      }
      case Fact.StockMeasured(ItemCode item, int units) ->
          writeStock(out, FactWords.STOCK_MEASURED, item, units);
      case Fact.StockCounted(ItemCode item, int units) ->
          writeStock(out, FactWords.STOCK_COUNTED, item, units);
      case Fact.StockTaken(ItemCode item, int units) ->
          writeStock(out, FactWords.STOCK_TAKEN, item, units);
      case Fact.StockRestocked restocked -> {
        writeStock(out, FactWords.STOCK_RESTOCKED, restocked.item(), restocked.units());
        writeLot(out, restocked.lot());
        if (restocked.expires().isPresent()) {
          out.writeNumberField("e", restocked.expires().get().toEpochDay());
        }
      }
      case Fact.StockWrittenOff off -> {
        writeStock(out, FactWords.STOCK_WRITTEN_OFF, off.item(), off.units());
        out.writeStringField("y", FactWords.WRITE_OFF.wordOf(off.reason()));
        writeLot(out, off.lot());
      }
      case Fact.Told told -> ToldWriter.write(out, told);
      case Fact.FaultRaised raised -> {
        writeFault(out, FactWords.FAULT_RAISED, raised.kind(), raised.fixture().value());
        text(out, "d", raised.detail());
      }
      case Fact.FaultCleared cleared ->
          writeFault(out, FactWords.FAULT_CLEARED, cleared.kind(), cleared.fixture().value());
      case Fact.JournalOpened opened -> writeOpened(out, opened);
      case Fact.OrderApplied applied ->
          writeOrder(out, FactWords.ORDER_APPLIED, applied.kind(), applied.revision());
      case Fact.OrderRefused refused -> {
        writeOrder(out, FactWords.ORDER_REFUSED, refused.kind(), refused.revision());
        text(out, "d", refused.why());
      }
      case Fact.Missing missing -> {
        writeNumber(out, FactWords.MISSING, "n", missing.count());
        out.writeStringField("y", FactWords.MISSING_REASON.wordOf(missing.reason()));
      }
      case Fact.Unknown unknown ->
          throw new IllegalStateException("written raw: " + unknown.type());
    }
  }

  private static void writeOpened(JsonGenerator out, Fact.JournalOpened opened) throws IOException {
    kind(out, FactWords.JOURNAL_OPENED);
    text(out, "a", opened.agentVersion());
    out.writeStringField("h", FactWords.HARDWARE.wordOf(opened.hardware()));
    out.writeNumberField("r", opened.profileRevision());
  }

  private static void writeAdmitted(JsonGenerator out, Fact.PassAdmitted admitted)
      throws IOException {
    kind(out, FactWords.PASS_ADMITTED);
    out.writeStringField("v", admitted.visitor().value());
    out.writeStringField("p", FactWords.PASS.wordOf(admitted.pass()));
    if (!admitted.doorWatched()) {
      out.writeNumberField("d", 0);
    }
    out.writeNumberField("us", admitted.decisionMicros());
  }

  private static void writeRefused(JsonGenerator out, Fact.PassRefused refused) throws IOException {
    kind(out, FactWords.PASS_REFUSED);
    out.writeStringField("y", FactWords.REFUSAL.wordOf(refused.reason()));
    if (refused.visitor().isPresent()) {
      out.writeStringField("v", refused.visitor().get().value());
    }
  }

  private static void writeStock(JsonGenerator out, String word, ItemCode item, int units)
      throws IOException {
    kind(out, word);
    out.writeStringField("i", item.value());
    out.writeNumberField("n", units);
  }

  private static void writeLot(JsonGenerator out, Optional<LotCode> lot) throws IOException {
    if (lot.isPresent()) {
      out.writeStringField("l", lot.get().value());
    }
  }

  private static void writeFault(JsonGenerator out, String word, FaultKind fault, String fixture)
      throws IOException {
    kind(out, word);
    out.writeStringField("f", FactWords.FAULT.wordOf(fault));
    out.writeStringField("x", fixture);
  }

  private static void writeOrder(JsonGenerator out, String word, OrderKind order, long revision)
      throws IOException {
    kind(out, word);
    out.writeStringField("o", FactWords.ORDER.wordOf(order));
    out.writeNumberField("r", revision);
  }

  private static void writeNumber(JsonGenerator out, String word, String name, long value)
      throws IOException {
    kind(out, word);
    out.writeNumberField(name, value);
  }

  static void text(JsonGenerator out, String name, String value) throws IOException {
    out.writeStringField(name, WireText.wellFormed(value));
  }
}
