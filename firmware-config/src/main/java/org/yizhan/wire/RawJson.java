package org.yizhan.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Facts kept as they came. */
final class RawJson {
  private RawJson() {}

  /** The same text, once it is known to be one whole JSON object. */
  static String requireObject(String json) {
    if (json.length() > WireCodec.ENTRY_BYTES_MAX
        || json.getBytes(StandardCharsets.UTF_8).length > WireCodec.ENTRY_BYTES_MAX) {
      throw new WireException("a fact has at most " + WireCodec.ENTRY_BYTES_MAX + " bytes");
    }
    try (JsonParser parser = JsonText.FACTORY.createParser(json)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        parser.skipChildren();
        if (parser.nextToken() == null) {
          return json;
        }
      }
    } catch (IOException wrong) {
      throw new WireException("a fact kept raw is not JSON: " + JsonText.reason(wrong));
    }
    throw new WireException("a fact kept raw must be one JSON object");
  }

  /** What is kept in place of a fact too big to keep: its moment, its name and its size. */
  static String oversize(Moment at, String type, int bytes) {
    return "{\"t\":%d,\"%s\":%d,\"k\":\"%s\",\"of\":\"%s\",\"size\":%d}"
        .formatted(
            at.sinceStartMs(),
            at.clockTrusted() ? "w" : "g",
            at.wallMs(),
            WireCodec.OVERSIZE,
            type,
            bytes);
  }
}
