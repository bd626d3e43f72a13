package org.yizhan.wire;

import static org.yizhan.wire.EntryWriter.kind;
import static org.yizhan.wire.EntryWriter.text;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.yizhan.station.ItemCode;

/** Writes what people told. */
final class ToldWriter {
  private ToldWriter() {}

  static void write(JsonGenerator out, Fact.Told told) throws IOException {
    switch (told) {
      case Fact.MatterRaised raised -> {
        matter(out, FactWords.MATTER_RAISED, raised.matter());
        out.writeStringField("y", FactWords.MATTER.wordOf(raised.kind()));
        if (raised.thing().isPresent()) {
          out.writeStringField("i", raised.thing().get().value());
        }
        text(out, "s", raised.words());
      }
      case Fact.MatterAnswered answered -> {
        matter(out, FactWords.MATTER_ANSWERED, answered.matter());
        out.writeStringField("y", FactWords.MATTER_STEP.wordOf(answered.step()));
        text(out, "s", answered.words());
      }
      case Fact.MatterRated rated -> {
        matter(out, FactWords.MATTER_RATED, rated.matter());
        out.writeStringField("y", FactWords.SATISFACTION.wordOf(rated.rating()));
        text(out, "s", rated.words());
      }
      case Fact.ThingLent lent -> {
        thing(out, FactWords.THING_LENT, lent.item(), lent.tag());
        out.writeNumberField("b", lent.backByMs());
      }
      case Fact.ThingReturned back -> thing(out, FactWords.THING_RETURNED, back.item(), back.tag());
      case Fact.DutySigned signed -> {
        kind(out, FactWords.DUTY_SIGNED);
        out.writeStringField("y", FactWords.DUTY.wordOf(signed.moment()));
        out.writeNumberField("n", DutyTask.sum(signed.done()));
        text(out, "p", signed.group());
        text(out, "s", signed.note());
      }
    }
  }

  private static void matter(JsonGenerator out, String word, MatterId matter) throws IOException {
    kind(out, word);
    out.writeStringField("m", matter.value());
  }

  private static void thing(JsonGenerator out, String word, ItemCode item, TagCode tag)
      throws IOException {
    kind(out, word);
    out.writeStringField("i", item.value());
    out.writeStringField("q", tag.value());
  }
}
