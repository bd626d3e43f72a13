package org.yizhan.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes every golden sample in every place, by every bound and word of the document, and asks the
 * document and the codec: both accept, or both refuse. So neither can have a bound the other lacks.
 */
class AsyncApiAgreementTest {
  private static final long SEED = 20_261_123;
  private static final AsyncApiDocument DOCUMENT = new AsyncApiDocument();

  /** What a schema cannot say, since it holds between two fields; other tests look at it. */
  private static final List<String> BETWEEN_FIELDS =
      List.of("an envelope's numbers end at", "a range does not end before it begins");

  private static final int[] SIZES = {0, 1, 32, 33, 64, 65, 500, 501, 4_000, 4_001};

  static Stream<String> samples() {
    return GoldenSamplesTest.names();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void document_and_codec_agree(String sample) {
    String text = textOf(sample);
    Schema schema = DOCUMENT.validator(schemaOf(sample));
    Predicate<byte[]> codec = codecOf(sample);
    List<String> disagreements = new ArrayList<>();
    int accepted = 0;
    int refused = 0;

    for (String changed : changes(text)) {
      boolean byDocument = schema.validate(changed, InputFormat.JSON).isEmpty();
      boolean byCodec = codec.test(changed.getBytes(UTF_8));
      if (byDocument != byCodec) {
        disagreements.add(
            (byDocument ? "only the document accepts " : "only the codec accepts ")
                + WireText.cut(changed, 300));
      }
      accepted += byCodec ? 1 : 0;
      refused += byCodec ? 0 : 1;
    }

    assertThat(disagreements.stream().limit(5)).as("seed %d", SEED).isEmpty();
    assertThat(accepted).as("accepted of %s", sample).isGreaterThan(1);
    assertThat(refused).as("refused of %s", sample).isGreaterThan(1);
  }

  /** The envelope with its first fact alone: the others have samples of their own. */
  private static String textOf(String sample) {
    Envelope whole = WireSamples.envelope();
    byte[] bytes =
        sample.equals("envelope")
            ? WireCodec.writeEnvelope(
                new Envelope(whole.journal(), whole.first(), whole.entries().subList(0, 1)))
            : GoldenSamplesTest.samples().getOrDefault(sample, new byte[0]);
    return new String(bytes, UTF_8);
  }

  private static String schemaOf(String sample) {
    return sample.startsWith("fact-")
        ? "entry"
        : sample.contains("-") ? sample.substring(0, sample.indexOf('-')) : sample;
  }

  private static Predicate<byte[]> codecOf(String sample) {
    return switch (schemaOf(sample)) {
      case "entry" -> body -> reads(() -> WireCodec.readEntry(body).fact());
      case "order" -> body -> reads(() -> WireCodec.readOrder(body));
      case "presence" -> body -> reads(() -> WireCodec.readPresence(body));
      default ->
          body ->
              reads(
                  () ->
                      WireCodec.readEnvelope(body).entries().stream()
                          .map(Entry::fact)
                          .filter(AsyncApiAgreementTest::isUnreadable)
                          .findFirst()
                          .orElseGet(Fact.DoorOpened::new));
    };
  }

  private static boolean reads(Supplier<Object> reading) {
    try {
      return !isUnreadable(reading.get());
    } catch (WireException refused) {
      return BETWEEN_FIELDS.stream().anyMatch(String.valueOf(refused.getMessage())::contains);
    }
  }

  private static boolean isUnreadable(Object read) {
    return read instanceof Fact.Unknown unknown
        && (unknown.type().startsWith(WireCodec.UNREADABLE)
            || unknown.type().equals(WireCodec.OVERSIZE));
  }

  /** The sample itself, and it with one place changed, each as JSON. */
  private static List<String> changes(String sample) {
    JsonNode root = AsyncApiDocument.JSON.readTree(sample);
    List<String> changed = new ArrayList<>(List.of(sample));
    change(root, root, changed);
    return changed;
  }

  private static void change(JsonNode root, JsonNode node, List<String> changed) {
    if (node instanceof ObjectNode object) {
      for (String name : List.copyOf(object.propertyNames())) {
        JsonNode before = object.get(name);
        object.remove(name);
        changed.add(root.toString());
        object.put("zz-newer", 1.5);
        object.set(name, before);
        changed.add(root.toString());
        object.remove("zz-newer");
        for (JsonNode other : others(before)) {
          object.set(name, other);
          changed.add(root.toString());
        }
        object.set(name, before);
        change(root, before, changed);
      }
    } else if (node instanceof ArrayNode list && !list.isEmpty()) {
      change(root, list.get(0), changed);
    }
  }

  private static List<JsonNode> others(JsonNode value) {
    List<JsonNode> others = new ArrayList<>();
    for (String other : List.of("true", "null", "0.5", "\"x\"", "7", "[]", "{}", "[7]")) {
      others.add(AsyncApiDocument.JSON.readTree(other));
    }
    if (value.isIntegralNumber()) {
      numbers().forEach(number -> others.add(AsyncApiDocument.JSON.valueToTree(number)));
    } else if (value.isString()) {
      texts(value.stringValue())
          .forEach(text -> others.add(AsyncApiDocument.JSON.valueToTree(text)));
    } else if (value.isArray() && !value.isEmpty()) {
      for (int size : SIZES) {
        ArrayNode list = AsyncApiDocument.JSON.createArrayNode();
        for (int i = 0; i < size; i++) {
          list.add(value.get(0));
        }
        others.add(list);
      }
    }
    return others;
  }

  private static List<Long> numbers() {
    List<Long> numbers = new ArrayList<>(List.of(Long.MIN_VALUE, Long.MAX_VALUE));
    for (long bound : DOCUMENT.bounds()) {
      numbers.addAll(List.of(bound - 1, bound, bound + 1));
    }
    SplittableRandom random = new SplittableRandom(SEED);
    for (int bits = 1; bits < 63; bits += 12) {
      numbers.add(random.nextLong(1L << bits));
    }
    return numbers;
  }

  private static List<String> texts(String value) {
    Set<String> words = DOCUMENT.words();
    List<String> texts = new ArrayList<>(words.contains(value) ? words : List.of("too-cold"));
    texts.addAll(
        List.of("", "-", "a-", "9", "Z", "a_b", "newer-kind", "水", value + " ", " " + value));
    texts.add(value.toUpperCase(Locale.ROOT));
    for (long bound : DOCUMENT.bounds()) {
      for (long length = bound - 1; length <= bound + 1; length++) {
        if (length > 0 && length <= (value.contains("\n") ? 70_000 : 300)) {
          texts.add("a".repeat((int) length));
        }
      }
    }
    for (int length : new int[] {15, 16, 17, 31, 33, 63, 65}) {
      texts.add("0".repeat(length));
    }
    return texts;
  }
}
