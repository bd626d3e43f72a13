package org.yizhan.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Whatever comes as an envelope is refused by name, or can be kept, read again and sent on. */
public final class EnvelopeFuzz {
  private EnvelopeFuzz() {}

  /** Called by Jazzer first: loads and instruments every class before any input is timed. */
  public static void fuzzerInitialize() {
    seeds().forEach(EnvelopeFuzz::fuzzerTestOneInput);
  }

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] body) {
    List<byte[]> slices = new ArrayList<>();
    Envelope read;
    try {
      read =
          WireCodec.readEnvelope(
              body, (entry, from, to) -> slices.add(Arrays.copyOfRange(body, from, to)));
    } catch (WireException refused) {
      return;
    }
    for (int i = 0; i < read.entries().size(); i++) {
      Entry entry = read.entries().get(i);
      Entry again = WireCodec.readEntry(WireCodec.writeEntry(entry));
      require(again.fact().equals(entry.fact()), "a fact changed by being kept");
      if (entry.fact() instanceof Fact.Unknown unknown) {
        WireCodec.problemOf(unknown);
      } else {
        require(again.equals(entry), "a moment changed by being kept");
        require(WireCodec.readEntry(slices.get(i)).equals(entry), "a slice is another entry");
      }
    }
    Envelope cut = WireCodec.fit(read.journal(), read.first(), read.entries());
    Envelope sentOn = WireCodec.readEnvelope(WireCodec.writeEnvelope(cut));
    require(sentOn.entries().size() == cut.entries().size(), "entries were lost");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }

  /** Where Jazzer starts. */
  public static List<byte[]> seeds() {
    List<byte[]> seeds = new ArrayList<>();
    Envelope whole = WireSamples.envelope();
    for (Entry entry : whole.entries()) {
      seeds.add(
          WireCodec.writeEnvelope(
              new Envelope(whole.journal(), whole.first(), List.of(entry, entry))));
    }
    return seeds;
  }
}
