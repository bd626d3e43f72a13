package org.yizhan.wire;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Everything that travels between station and hub, as compact JSON (RFC 8259, UTF-8), and back.
 * {@code asyncapi.yaml} describes it for other readers.
 *
 * <p>Writing a value never fails, except that an envelope must have been {@linkplain #fit cut} to
 * its bound. Reading refuses whatever breaks a bound with a {@link WireException} that says what
 * and where. Newer things are no errors: unknown fields are passed over, an unknown fact is kept
 * raw as {@link Fact.Unknown}, an unknown order is {@link Order.Unknown}.
 *
 * <p>A fact whose kind is known but whose content is not readable is kept raw as well, as {@code
 * Unknown("unreadable:<kind>", json)}, at the moment of its neighbour before, untrusted; {@link
 * #problemOf} says what is wrong with it. One too big to keep is {@code Unknown("oversize", …)}.
 */
public final class WireCodec {
  /** The version of the contract this program speaks, {@code "v"} of an envelope. */
  public static final int VERSION = 1;

  /** Largest single entry; of a larger one only its kind, moment and size are kept. */
  public static final int ENTRY_BYTES_MAX = 8 * 1024;

  /** Largest order: a full list of revocations, or a profile of 64 KiB with its escapes. */
  public static final int ORDER_BYTES_MAX = 160 * 1024;

  /** Begins the type of a {@link Fact.Unknown} whose kind is known and content is not. */
  public static final String UNREADABLE = "unreadable:";

  /** The type of a {@link Fact.Unknown} that stands for one too big to keep. */
  public static final String OVERSIZE = "oversize";

  private static final Pattern KIND_FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final int ENTRY_BYTES_USUAL = 96;

  /**
   * Brace, version, journal id, first number and the empty list of an envelope, at their longest.
   */
  private static final int HEAD_BYTES_MAX = 96;

  private WireCodec() {}

  /**
   * Takes entries as they are read, with the range of bytes in the body each came from. The bytes
   * of a {@link Fact.Unknown} may be no object, or too big: keep what {@link #writeEntry} gives.
   */
  public interface EntrySink {
    void take(Entry entry, int from, int to);
  }

  /**
   * Writes a whole envelope.
   *
   * @throws IllegalArgumentException when it is larger than {@link Envelope#BYTES_MAX}: use {@link
   *     #fit} first
   */
  public static byte[] writeEnvelope(Envelope envelope) {
    byte[] bytes =
        JsonText.write(
            HEAD_BYTES_MAX + envelope.entries().size() * ENTRY_BYTES_USUAL,
            out -> {
              out.writeStartObject();
              out.writeNumberField("v", VERSION);
              out.writeStringField("j", envelope.journal().value());
              out.writeNumberField("n", envelope.first().value());
              out.writeArrayFieldStart("f");
              for (Entry entry : envelope.entries()) {
                EntryWriter.write(out, entry);
              }
              out.writeEndArray();
              out.writeEndObject();
            });
    if (bytes.length > Envelope.BYTES_MAX) {
      throw new IllegalArgumentException(
          "an envelope has at most " + Envelope.BYTES_MAX + " bytes, not " + bytes.length);
    }
    return bytes;
  }

  /**
   * The longest beginning of these entries that keeps both bounds of an envelope; at least one.
   *
   * @param entries consecutive entries, the first one with number {@code first}; not empty
   */
  public static Envelope fit(JournalId journal, Sequence first, List<Entry> entries) {
    int bytes = HEAD_BYTES_MAX;
    int count = 0;
    for (Entry entry : entries) {
      bytes += writeEntry(entry).length + 1;
      if (count == Envelope.ENTRIES_MAX || bytes > Envelope.BYTES_MAX) {
        break;
      }
      count++;
    }
    return new Envelope(journal, first, entries.subList(0, count));
  }

  /**
   * Reads a whole envelope.
   *
   * @throws WireException when the body is no envelope of this version
   */
  public static Envelope readEnvelope(byte[] body) {
    return readEnvelope(body, (entry, from, to) -> {});
  }

  /**
   * The same, and hands each entry to the sink with its bytes' place in the body, so that a store
   * can keep exactly what came, fields of newer programs included. Entries reach the sink before
   * the envelope is known to be sound: forget them when this throws.
   *
   * @throws WireException when the body is no envelope of this version
   */
  public static Envelope readEnvelope(byte[] body, EntrySink sink) {
    return JsonText.read(
        "an envelope",
        body,
        Envelope.BYTES_MAX,
        parser -> new EnvelopeReader(body, sink).read(parser));
  }

  /** One entry as it is kept on the card and at the hub: the same bytes as within an envelope. */
  public static byte[] writeEntry(Entry entry) {
    return JsonText.write(ENTRY_BYTES_USUAL, out -> EntryWriter.write(out, entry));
  }

  /**
   * Reads what {@link #writeEntry} wrote, or a slice of an envelope.
   *
   * @throws WireException when the bytes are no JSON object; content alone is never a reason
   */
  public static Entry readEntry(byte[] json) {
    return JsonText.read(
        "an entry", json, ENTRY_BYTES_MAX, parser -> new EntryReader(json, parser).read());
  }

  /** What keeps this fact from being understood here; empty when it is merely of a newer kind. */
  public static Optional<String> problemOf(Fact.Unknown fact) {
    try (JsonParser parser = JsonText.FACTORY.createParser(fact.json())) {
      parser.nextToken();
      return Optional.ofNullable(new EntryReader(new byte[0], parser).problem());
    } catch (IOException wrong) {
      return Optional.of(JsonText.reason(wrong));
    }
  }

  /** Writes one order; an {@link Order.Unknown} keeps nothing but its type. */
  public static byte[] writeOrder(Order order) {
    return JsonText.write(ENTRY_BYTES_USUAL, out -> OrderCodec.write(out, order));
  }

  /**
   * Reads one order.
   *
   * @throws WireException when the body is no order, or a known one that breaks a bound
   */
  public static Order readOrder(byte[] body) {
    return JsonText.checked("an order", () -> OrderCodec.read(body));
  }

  /** Writes one presence. */
  public static byte[] writePresence(Presence presence) {
    return JsonText.write(4 * ENTRY_BYTES_USUAL, out -> PresenceCodec.write(out, presence));
  }

  /**
   * Reads one presence.
   *
   * @throws WireException when the body is no presence, or breaks a bound
   */
  public static Presence readPresence(byte[] body) {
    return JsonText.checked("presence", () -> PresenceCodec.read(body));
  }

  /** Whether this can be the kind of a fact: 1 to 40 characters of a-z, 0-9 and '-'. */
  static boolean isKind(String text) {
    return KIND_FORM.matcher(text).matches();
  }
}
