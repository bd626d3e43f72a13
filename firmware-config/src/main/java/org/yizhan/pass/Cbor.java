package org.yizhan.pass;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import com.fasterxml.jackson.dataformat.cbor.CBORParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Deterministically encoded CBOR (RFC 8949 section 4.2.1) by Jackson's streaming reader and writer.
 * The reader of the library is lenient; so what was read is written again, and anything that does
 * not come out byte for byte the same is refused: indefinite lengths, lengths and numbers that are
 * not the shortest, tags, labels twice or out of order, bytes after the end.
 */
final class Cbor {
  static final int DEPTH_MAX = 6;
  static final int ITEMS_MAX = 64;

  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,19}");
  private static final CBORFactory FACTORY =
      CBORFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH_MAX)
                  .maxStringLength(PassCodec.TEXT_MAX)
                  .maxNameLength(PassCodec.TEXT_MAX)
                  .build())
          .build();

  private Cbor() {}

  static byte[] write(CborItem item) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (CBORGenerator out = FACTORY.createGenerator(bytes)) {
      write(out, item);
    } catch (IOException wrong) {
      throw new IllegalArgumentException("a text that is not Unicode", wrong);
    }
    return bytes.toByteArray();
  }

  private static void write(CBORGenerator out, CborItem item) throws IOException {
    switch (item) {
      case CborItem.Whole(long value) -> out.writeNumber(value);
      case CborItem.Text(String value) -> out.writeString(value);
      case CborItem.Octets(byte[] value) -> out.writeBinary(value);
      case CborItem.Flag(boolean value) -> out.writeBoolean(value);
      case CborItem.Null() -> out.writeNull();
      case CborItem.Items(List<CborItem> items) -> {
        out.writeStartArray(items, items.size());
        for (CborItem one : items) {
          write(out, one);
        }
        out.writeEndArray();
      }
      case CborItem.Members(List<CborItem.Member> members) -> {
        out.writeStartObject(members.size());
        for (CborItem.Member member : members) {
          writeLabel(out, member.label());
          write(out, member.value());
        }
        out.writeEndObject();
      }
    }
  }

  private static void writeLabel(CBORGenerator out, CborItem label) throws IOException {
    switch (label) {
      case CborItem.Whole(long value) -> out.writeFieldId(value);
      case CborItem.Text(String value) -> out.writeFieldName(value);
      default -> throw new IllegalArgumentException("a label is a whole number or a text");
    }
  }

  /**
   * Reads one deterministically encoded item.
   *
   * @param what names the thing in errors: "the claims"
   */
  static CborItem read(String what, byte[] bytes) {
    try (CBORParser parser = FACTORY.createParser(bytes)) {
      parser.nextToken();
      CborItem item = new Reader(parser).item();
      if (!Arrays.equals(bytes, write(item))) {
        throw new MalformedPassException(
            "not deterministically encoded CBOR (RFC 8949 section 4.2.1)");
      }
      return item;
    } catch (MalformedPassException wrong) {
      throw new MalformedPassException(what + ": " + wrong.getMessage());
    } catch (IOException | RuntimeException wrong) {
      // a fault of the parser on hostile bytes must not stop the door: it is a bad pass as well
      throw new MalformedPassException(what + ": " + wrong.getMessage());
    }
  }

  /** Reads one item, counting all that is in it. */
  private static final class Reader {
    private final CBORParser parser;
    private int count;

    Reader(CBORParser parser) {
      this.parser = parser;
    }

    /** Reads the item whose first token the parser stands on. */
    CborItem item() throws IOException {
      if (++count > ITEMS_MAX) {
        throw new MalformedPassException("more than " + ITEMS_MAX + " items");
      }
      JsonToken token = parser.currentToken();
      if (token == null) {
        throw new MalformedPassException("nothing where an item is needed");
      }
      return switch (token) {
        case VALUE_NUMBER_INT -> new CborItem.Whole(parser.getLongValue());
        case VALUE_STRING -> new CborItem.Text(parser.getText());
        case VALUE_EMBEDDED_OBJECT -> new CborItem.Octets(parser.getBinaryValue());
        case VALUE_TRUE -> new CborItem.Flag(true);
        case VALUE_FALSE -> new CborItem.Flag(false);
        case VALUE_NULL -> new CborItem.Null();
        case START_ARRAY -> items();
        case START_OBJECT -> members();
        default -> throw new MalformedPassException("a " + token + " has no place in a pass");
      };
    }

    private CborItem items() throws IOException {
      List<CborItem> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(item());
      }
      return new CborItem.Items(items);
    }

    private CborItem members() throws IOException {
      List<CborItem.Member> members = new ArrayList<>();
      byte[] before = {};
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        CborItem label = label(parser.currentName());
        byte[] encoded = write(label);
        if (Arrays.compareUnsigned(before, encoded) >= 0) {
          throw new MalformedPassException("a label stands twice or out of order");
        }
        before = encoded;
        parser.nextToken();
        members.add(new CborItem.Member(label, item()));
      }
      return new CborItem.Members(members);
    }

    /** The library gives numbers as texts; a text of figures is told apart by writing it again. */
    private static CborItem label(String name) {
      return WHOLE.matcher(name).matches()
          ? new CborItem.Whole(Long.parseLong(name))
          : new CborItem.Text(name);
    }
  }
}
