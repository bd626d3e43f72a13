package org.yizhan.hub.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The API's description (OpenAPI 3.1), kept equal to what is really answered by a test. */
final class OpenApiDocument {
  private static final String RESOURCE = "/web/openapi.json";
  private static final String TEXT = read();

  private OpenApiDocument() {}

  static String text() {
    return TEXT;
  }

  private static String read() {
    try (InputStream in = OpenApiDocument.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the program was built without " + RESOURCE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " cannot be read", e);
    }
  }
}
