package org.yizhan.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code asyncapi.yaml}, parsed. */
final class AsyncApiDocument {
  static final JsonMapper JSON = new JsonMapper();

  private final ObjectNode root;

  AsyncApiDocument() {
    try (InputStream in =
        Objects.requireNonNull(WireCodec.class.getResourceAsStream("asyncapi.yaml"))) {
      Object yaml =
          new Load(LoadSettings.builder().setLabel("asyncapi.yaml").build())
              .loadFromString(new String(in.readAllBytes(), UTF_8));
      root = JSON.valueToTree(yaml);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  JsonNode at(String pointer) {
    return root.at(pointer);
  }

  JsonNode schema(String name) {
    return root.at("/components/schemas/" + name);
  }

  Iterable<Map.Entry<String, JsonNode>> schemas() {
    return root.at("/components/schemas").properties();
  }

  /** Judges instances of the schema of this name. */
  Schema validator(String name) {
    ObjectNode document = root.deepCopy();
    document.put("$ref", "#/components/schemas/" + name);
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
        .getSchema(document.toString(), InputFormat.JSON);
  }

  /** Every number that bounds something in the document. */
  Set<Long> bounds() {
    Set<Long> bounds = new TreeSet<>();
    visit(
        root,
        node -> {
          for (String keyword :
              new String[] {"minimum", "maximum", "minLength", "maxLength", "maxItems"}) {
            if (node.path(keyword).isIntegralNumber()) {
              bounds.add(node.path(keyword).longValue());
            }
          }
        });
    return bounds;
  }

  /** Every word of an enumeration in the document. */
  Set<String> words() {
    Set<String> words = new TreeSet<>();
    visit(root, node -> node.path("enum").forEach(word -> words.add(word.stringValue())));
    return words;
  }

  private static void visit(JsonNode node, Consumer<JsonNode> visitor) {
    visitor.accept(node);
    Iterator<JsonNode> children = node.iterator();
    while (children.hasNext()) {
      visit(children.next(), visitor);
    }
  }
}
