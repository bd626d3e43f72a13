package org.yizhan.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The one JSON reader and writer of the contract, with its bounds. */
final class JsonText {
  static final int DEPTH_MAX = 8;
  static final int NAME_MAX = 64;
  static final int NUMBER_MAX = 64;

  static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          // names come from the network: they have no place in the JVM's own string table
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH_MAX)
                  .maxNameLength(NAME_MAX)
                  .maxNumberLength(NUMBER_MAX)
                  .maxStringLength(WireCodec.ORDER_BYTES_MAX)
                  .build())
          .build();

  private JsonText() {}

  /** Writes one document. */
  interface Writing {
    void to(JsonGenerator out) throws IOException;
  }

  /** Reads one object, the parser standing on its opening brace. */
  interface Reading<T> {
    T from(JsonParser parser) throws IOException;
  }

  static byte[] write(int bytesExpected, Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(bytesExpected);
    try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
      writing.to(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory", impossible);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads a document that must be one object and nothing else.
   *
   * @param what names the thing in errors: "an envelope"
   */
  static <T> T read(String what, byte[] body, int bytesMax, Reading<T> reading) {
    if (body.length > bytesMax) {
      throw new WireException(what + " has at most " + bytesMax + " bytes, not " + body.length);
    }
    // a zero byte here would be UTF-16 or UTF-32, which the parser would otherwise guess and accept
    if (body.length < 2 || body[0] != '{' || body[1] == 0) {
      throw new WireException(what + " begins with '{' in UTF-8 (RFC 8259)");
    }
    requireUtf8(what, body);
    try (JsonParser parser = FACTORY.createParser(body)) {
      parser.nextToken();
      T value = reading.from(parser);
      if (parser.nextToken() != null) {
        throw new WireException(what + " has more after its end" + place(parser));
      }
      return value;
    } catch (JsonProcessingException wrong) {
      throw new WireException(what + " is not JSON we read: " + reason(wrong));
    } catch (IOException wrong) {
      throw new UncheckedIOException("reading from memory", wrong);
    } catch (WireException | IllegalArgumentException wrong) {
      throw named(what, wrong);
    }
  }

  private static WireException named(String what, RuntimeException wrong) {
    String why = String.valueOf(wrong.getMessage());
    return new WireException(why.startsWith(what) ? why : what + ": " + why);
  }

  /** A value that refuses nonsense at birth names the thing it was to be part of. */
  static <T> T checked(String what, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (WireException | IllegalArgumentException wrong) {
      throw named(what, wrong);
    }
  }

  /** The members of an object of at most {@code bytesMax} bytes, sound. */
  static Fields fields(String what, byte[] body, int bytesMax) {
    Fields fields = new Fields();
    return read(
        what,
        body,
        bytesMax,
        parser -> {
          fields.readFrom(parser);
          fields.requireSound();
          return fields;
        });
  }

  /** The parser itself takes a name with a stray byte before it for one it has seen without. */
  private static void requireUtf8(String what, byte[] body) {
    for (byte each : body) {
      if (each < 0) {
        try {
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
          return;
        } catch (CharacterCodingException strayByte) {
          throw new WireException(what + " is written in UTF-8 (RFC 8259, 8.1)");
        }
      }
    }
  }

  /** Reads one member of an object whose {@link #fields} were read before. */
  static <T> T member(byte[] body, String name, Reading<T> reading) {
    try (JsonParser parser = FACTORY.createParser(body)) {
      parser.nextToken();
      String found;
      while ((found = parser.nextFieldName()) != null) {
        parser.nextToken();
        if (found.equals(name)) {
          return reading.from(parser);
        }
        parser.skipChildren();
      }
    } catch (JsonProcessingException wrong) {
      throw new WireException("field \"" + name + "\": " + reason(wrong));
    } catch (IOException wrong) {
      throw new UncheckedIOException("reading from memory", wrong);
    }
    throw new WireException("field \"" + name + "\" is missing");
  }

  /** Reads a member that is a list of at most {@code most} things, the parser on each in turn. */
  static <T> List<T> list(byte[] body, String name, int most, Reading<T> reading) {
    return member(
        body,
        name,
        parser -> {
          require(parser, JsonToken.START_ARRAY, "field \"" + name + "\" must be a list");
          List<T> read = new ArrayList<>();
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (read.size() == most) {
              throw new WireException(
                  "field \"" + name + "\" has at most " + most + " things" + place(parser));
            }
            read.add(reading.from(parser));
          }
          return read;
        });
  }

  /** The parser must stand on this kind of token. */
  static void require(JsonParser parser, JsonToken token, String what) {
    if (parser.currentToken() != token) {
      throw new WireException(what + place(parser));
    }
  }

  /** A whole number within bounds, where the parser stands. */
  static long number(JsonParser parser, String what, long least, long most) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        && parser.getTextLength() <= Fields.FIGURES_MAX
        && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
      long value = parser.getLongValue();
      if (value >= least && value <= most) {
        return value;
      }
    }
    throw new WireException(
        what + " must be a whole number from " + least + " to " + most + place(parser));
  }

  /** A text, where the parser stands. */
  static String text(JsonParser parser, String what, int lengthMax) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING || parser.getTextLength() > lengthMax) {
      throw new WireException(
          what + " must be a text of at most " + lengthMax + " characters" + place(parser));
    }
    String text = parser.getText();
    if (!WireText.isWellFormed(text)) {
      throw new WireException(what + " has half a surrogate" + place(parser));
    }
    return text;
  }

  static String place(JsonParser parser) {
    return ", at byte " + parser.currentTokenLocation().getByteOffset();
  }

  static String reason(IOException wrong) {
    return wrong instanceof JsonProcessingException json
        ? WireText.cut(json.getOriginalMessage(), 200) + at(json)
        : String.valueOf(wrong.getMessage());
  }

  private static String at(JsonProcessingException wrong) {
    return wrong.getLocation() == null ? "" : ", at byte " + wrong.getLocation().getByteOffset();
  }
}
