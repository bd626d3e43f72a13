package org.yizhan.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yizhan.station.StationId;

/**
 * A provisioning bundle as one JSON object, at most 128 KiB of UTF-8. All eight fields are needed
 * and stand once; others are passed over, so that a station understands a newer hub.
 */
public final class ProvisioningBundleCodec {
  private static final List<String> TEXTS =
      List.of(
          "station", "mqttHost", "enrolUrl", "hubCaPem", "token", "tokenExpires", "profileYaml");
  private static final String PORT = "mqttPort";
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(8)
                  .maxStringLength(ProvisioningBundle.BYTES_MAX)
                  .maxNameLength(64)
                  .maxNumberLength(32)
                  .build())
          .build();

  private ProvisioningBundleCodec() {}

  public static String write(ProvisioningBundle bundle) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeStringField("station", bundle.station().value());
      json.writeStringField("mqttHost", bundle.mqttHost());
      json.writeNumberField(PORT, bundle.mqttPort());
      json.writeStringField("enrolUrl", bundle.enrolUrl());
      json.writeStringField("hubCaPem", bundle.hubCaPem());
      json.writeStringField("token", bundle.token());
      json.writeStringField("tokenExpires", bundle.tokenExpires().toString());
      json.writeStringField("profileYaml", bundle.profileYaml());
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.append('\n').toString();
  }

  /** Never throws, whatever the text. */
  public static BundleReading read(String text) {
    if (text.length() > ProvisioningBundle.BYTES_MAX
        || text.getBytes(StandardCharsets.UTF_8).length > ProvisioningBundle.BYTES_MAX) {
      return new BundleReading.Refused(
          "bundle", "is larger than " + ProvisioningBundle.BYTES_MAX + " bytes");
    }
    try (JsonParser json = JSON.createParser(text)) {
      return new BundleReading.Read(bundle(json));
    } catch (FieldRefused refused) {
      return new BundleReading.Refused(refused.field, refused.reason);
    } catch (JsonProcessingException broken) {
      return new BundleReading.Refused("bundle", "is not JSON" + place(broken.getLocation()));
    } catch (IOException broken) {
      return new BundleReading.Refused("bundle", "is not JSON");
    }
  }

  private static String place(@Nullable JsonLocation at) {
    return at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  private static ProvisioningBundle bundle(JsonParser json) throws IOException, FieldRefused {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new FieldRefused("bundle", "is one JSON object");
    }
    Map<String, String> texts = new HashMap<>();
    Set<String> seen = new HashSet<>();
    int port = 0;
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      if (!seen.add(name)) {
        throw new FieldRefused(name, "stands twice");
      }
      JsonToken value = json.nextToken();
      if (name.equals(PORT)) {
        port = port(json, value);
      } else if (!TEXTS.contains(name)) {
        json.skipChildren();
      } else if (value == JsonToken.VALUE_STRING) {
        texts.put(name, json.getText());
      } else {
        throw new FieldRefused(name, "must be a text");
      }
    }
    if (json.nextToken() != null) {
      throw new FieldRefused("bundle", "has something after its end");
    }
    if (!seen.contains(PORT)) {
      throw new FieldRefused(PORT, "is missing");
    }
    for (String name : TEXTS) {
      if (!seen.contains(name)) {
        throw new FieldRefused(name, "is missing");
      }
    }
    return made(texts, port);
  }

  private static int port(JsonParser json, JsonToken value) throws IOException, FieldRefused {
    if (value != JsonToken.VALUE_NUMBER_INT || json.getNumberType() != JsonParser.NumberType.INT) {
      throw new FieldRefused(PORT, "must be a whole number from 1 to 65535");
    }
    return json.getIntValue();
  }

  private static ProvisioningBundle made(Map<String, String> texts, int port) throws FieldRefused {
    String station = texts.getOrDefault("station", "");
    if (!StationId.isValid(station)) {
      throw new FieldRefused("station", "is not a station's id");
    }
    Instant expires;
    try {
      expires = Instant.parse(texts.getOrDefault("tokenExpires", ""));
    } catch (DateTimeException refused) {
      throw new FieldRefused("tokenExpires", "is a time such as 2026-11-23T08:00:00Z");
    }
    try {
      return new ProvisioningBundle(
          new StationId(station),
          texts.getOrDefault("mqttHost", ""),
          port,
          texts.getOrDefault("enrolUrl", ""),
          texts.getOrDefault("hubCaPem", ""),
          texts.getOrDefault("token", ""),
          expires,
          texts.getOrDefault("profileYaml", ""));
    } catch (IllegalArgumentException refused) {
      String message = String.valueOf(refused.getMessage());
      throw new FieldRefused(message.substring(0, message.indexOf(' ')), message);
    }
  }

  private static final class FieldRefused extends Exception {
    private static final long serialVersionUID = 1;
    private final String field;
    private final String reason;

    FieldRefused(String field, String reason) {
      super(field + " " + reason, null, false, false);
      this.field = field;
      this.reason = reason;
    }
  }
}
