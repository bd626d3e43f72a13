package org.yizhan.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one envelope, its members in any order. */
final class EnvelopeReader {
  private final byte[] body;
  private final WireCodec.EntrySink sink;
  private boolean versionRead;
  private @Nullable JournalId journal;
  private @Nullable Sequence first;
  private @Nullable List<Entry> entries;

  EnvelopeReader(byte[] body, WireCodec.EntrySink sink) {
    this.body = body;
    this.sink = sink;
  }

  Envelope read(JsonParser parser) throws IOException {
    String name;
    while ((name = parser.nextFieldName()) != null) {
      parser.nextToken();
      switch (name) {
        case "v" -> {
          requireOnce(!versionRead, name, parser);
          readVersion(parser);
        }
        case "j" -> {
          requireOnce(journal == null, name, parser);
          journal = new JournalId(JsonText.text(parser, "journal \"j\"", 32));
        }
        case "n" -> {
          requireOnce(first == null, name, parser);
          first = new Sequence(JsonText.number(parser, "first number \"n\"", 1, Sequence.MAX));
        }
        case "f" -> {
          requireOnce(entries == null, name, parser);
          entries = readEntries(parser);
        }
        default -> parser.skipChildren();
      }
    }
    return complete();
  }

  private void readVersion(JsonParser parser) throws IOException {
    long version = JsonText.number(parser, "version \"v\"", 1, Integer.MAX_VALUE);
    if (version != WireCodec.VERSION) {
      throw new WireException(
          "it is of version " + version + ", this program reads " + WireCodec.VERSION);
    }
    versionRead = true;
  }

  private List<Entry> readEntries(JsonParser parser) throws IOException {
    JsonText.require(parser, JsonToken.START_ARRAY, "facts \"f\" must be a list");
    EntryReader reader = new EntryReader(body, parser);
    List<Entry> read = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (read.size() == Envelope.ENTRIES_MAX) {
        throw new WireException(
            "an envelope has at most " + Envelope.ENTRIES_MAX + " facts" + JsonText.place(parser));
      }
      Entry entry = reader.read();
      sink.take(entry, reader.from(), reader.to());
      read.add(entry);
    }
    return read;
  }

  private Envelope complete() {
    if (!versionRead || journal == null || first == null || entries == null) {
      throw new WireException(
          "an envelope needs its version \"v\", journal \"j\", first number \"n\" and facts \"f\"");
    }
    Envelope envelope = new Envelope(journal, first, entries);
    try {
      envelope.next();
    } catch (ArithmeticException | IllegalArgumentException tooFar) {
      throw new WireException("an envelope's numbers end at " + Sequence.MAX);
    }
    return envelope;
  }

  private static void requireOnce(boolean isFirst, String name, JsonParser parser) {
    if (!isFirst) {
      throw new WireException(
          "an envelope's field \"" + name + "\" stands twice" + JsonText.place(parser));
    }
  }
}
