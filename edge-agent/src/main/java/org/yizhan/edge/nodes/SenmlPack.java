package org.yizhan.edge.nodes;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yizhan.edge.nodes.SenmlRefusal.Why;

/**
 * Reads a SenML pack (RFC 8428) in JSON (section 5) or CBOR (section 6) and resolves its base
 * fields. Strict: what the standard does not allow, what is too long and what we would have to
 * understand but do not is refused. Pure.
 */
final class SenmlPack {
  static final int BYTES_MAX = 1_024;
  static final int RECORDS_MAX = 32;

  /** RFC 8428 section 4.4: the version of the standard itself. */
  private static final int VERSION = 10;

  /** RFC 8428 section 4.5.1. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][-A-Za-z0-9:./_]{0,63}");

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(limits())
          .build();
  private static final JsonFactory CBOR =
      CBORFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(limits())
          .build();

  /** RFC 8428 table 4. */
  private static final Map<String, String> CBOR_LABELS =
      Map.ofEntries(
          Map.entry("-1", "bver"),
          Map.entry("-2", "bn"),
          Map.entry("-3", "bt"),
          Map.entry("-4", "bu"),
          Map.entry("-5", "bv"),
          Map.entry("-6", "bs"),
          Map.entry("0", "n"),
          Map.entry("1", "u"),
          Map.entry("2", "v"),
          Map.entry("3", "vs"),
          Map.entry("4", "vb"),
          Map.entry("5", "s"),
          Map.entry("6", "t"),
          Map.entry("7", "ut"),
          Map.entry("8", "vd"));

  private final JsonParser parser;
  private final boolean cbor;
  private final List<SenmlRecord> records = new ArrayList<>();
  private String baseName = "";
  private String baseUnit = "";
  private double baseTime;
  private double baseValue;

  private SenmlPack(JsonParser parser, boolean cbor) {
    this.parser = parser;
    this.cbor = cbor;
  }

  private static StreamReadConstraints limits() {
    return StreamReadConstraints.builder()
        .maxNestingDepth(4)
        .maxNumberLength(40)
        .maxStringLength(256)
        .maxNameLength(64)
        .build();
  }

  static List<SenmlRecord> readJson(byte[] bytes) throws SenmlRefusal {
    return read(bytes, JSON, false);
  }

  static List<SenmlRecord> readCbor(byte[] bytes) throws SenmlRefusal {
    return read(bytes, CBOR, true);
  }

  private static List<SenmlRecord> read(byte[] bytes, JsonFactory format, boolean cbor)
      throws SenmlRefusal {
    if (bytes.length > BYTES_MAX) {
      throw malformed("a pack has at most " + BYTES_MAX + " bytes");
    }
    try (JsonParser parser = format.createParser(bytes)) {
      return new SenmlPack(parser, cbor).read();
    } catch (IOException e) {
      throw malformed("it cannot be read as " + (cbor ? "CBOR" : "JSON"));
    }
  }

  private List<SenmlRecord> read() throws IOException, SenmlRefusal {
    if (parser.nextToken() != JsonToken.START_ARRAY) {
      throw malformed("a pack is an array of records");
    }
    int seen = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (++seen > RECORDS_MAX) {
        throw malformed("a pack has at most " + RECORDS_MAX + " records");
      }
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw malformed("a record is an object");
      }
      readRecord();
    }
    if (parser.nextToken() != null) {
      throw malformed("something follows the pack");
    }
    if (seen == 0) {
      throw malformed("a pack has one record at least");
    }
    return List.copyOf(records);
  }

  private void readRecord() throws IOException, SenmlRefusal {
    String name = "";
    String unit = "";
    double value = Double.NaN;
    double time = 0;
    boolean other = false;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String label = label(parser.currentName());
      parser.nextToken();
      switch (label) {
        case "bver" -> requireVersion();
        case "bn" -> baseName = text();
        case "bt" -> baseTime = number();
        case "bu" -> baseUnit = text();
        case "bv" -> baseValue = number();
        case "n" -> name = text();
        case "u" -> unit = text();
        case "v" -> value = number();
        case "t" -> time = number();
        case "vs", "vb", "vd" -> other = other(value);
        case "bs", "s", "ut" -> number();
        default -> skipUnless(label);
      }
    }
    if (other && !Double.isNaN(value)) {
      throw malformed("a record has one value");
    }
    if (!Double.isNaN(value)) {
      add(baseName + name, unit.isEmpty() ? baseUnit : unit, baseValue + value, baseTime + time);
    }
  }

  private boolean other(double value) throws IOException, SenmlRefusal {
    if (!parser.currentToken().isScalarValue() || !Double.isNaN(value)) {
      throw malformed("a record has one value");
    }
    return true;
  }

  private void add(String name, String unit, double value, double time) throws SenmlRefusal {
    if (!NAME.matcher(name).matches()) {
      throw malformed("a name has 1 to 64 characters of A-Z a-z 0-9 - : . / _");
    }
    if (!Double.isFinite(value) || !Double.isFinite(time)) {
      throw malformed("values and times are finite");
    }
    records.add(new SenmlRecord(name, unit, value, time));
  }

  private String label(String written) {
    return cbor ? CBOR_LABELS.getOrDefault(written, written) : written;
  }

  private void requireVersion() throws IOException, SenmlRefusal {
    if (number() > VERSION) {
      throw malformed("it is of a newer version than " + VERSION);
    }
  }

  /** RFC 8428 section 4.4: what ends in "_" must be understood, the rest may be passed over. */
  private void skipUnless(String label) throws IOException, SenmlRefusal {
    if (label.endsWith("_")) {
      throw malformed("the field " + label + " would have to be understood");
    }
    parser.skipChildren();
  }

  private String text() throws IOException, SenmlRefusal {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw malformed("names and units are strings");
    }
    return parser.getText();
  }

  private double number() throws IOException, SenmlRefusal {
    if (!parser.currentToken().isNumeric()) {
      throw malformed("values and times are numbers");
    }
    return parser.getDoubleValue();
  }

  private static SenmlRefusal malformed(String why) {
    return new SenmlRefusal(Why.MALFORMED, "This is no SenML pack we take: " + why + ".");
  }
}
