package org.yizhan.edge.panel;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * One line of the command socket: a flat JSON object with texts, numbers and truth values.
 *
 * @param values the values as text, by key
 */
public record Request(Map<String, String> values) {
  static final int BYTES_MAX = 8 * 1024;
  private static final int KEYS_MAX = 8;
  private static final JsonFactory JSON = new JsonFactory();

  public Request {
    values = Map.copyOf(values);
  }

  /** Reads one line, an answer with flat values included. */
  public static Request read(String line) throws DeskRefusal {
    Map<String, String> values = new HashMap<>();
    try (JsonParser parser = JSON.createParser(line)) {
      require(parser.nextToken() == JsonToken.START_OBJECT);
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        JsonToken value = parser.nextToken();
        require(value != null && value.isScalarValue() && values.size() < KEYS_MAX);
        values.put(key, parser.getText());
      }
      require(parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null);
      return new Request(values);
    } catch (IOException malformed) {
      throw notARequest();
    }
  }

  String command() throws DeskRefusal {
    return text("command");
  }

  public String text(String key) throws DeskRefusal {
    String value = values.get(key);
    if (value == null) {
      throw new DeskRefusal("The request has no \"" + key + "\".");
    }
    return value;
  }

  /** Whether there is such a value. */
  public boolean has(String key) {
    return values.containsKey(key);
  }

  boolean isTrue(String key) {
    return "true".equals(values.get(key));
  }

  int number(String key, int otherwise) throws DeskRefusal {
    String value = values.get(key);
    if (value == null) {
      return otherwise;
    }
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new DeskRefusal("\"" + key + "\" is a whole number.");
    }
  }

  private static void require(boolean holds) throws DeskRefusal {
    if (!holds) {
      throw notARequest();
    }
  }

  private static DeskRefusal notARequest() {
    return new DeskRefusal(
        "A request is one line with a flat JSON object, such as" + " {\"command\":\"status\"}.");
  }
}
