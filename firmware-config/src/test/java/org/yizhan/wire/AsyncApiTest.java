package org.yizhan.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yizhan.pass.IssuerKey;
import org.yizhan.pass.PassKind;
import org.yizhan.pass.RefusalReason;
import org.yizhan.station.StationId;
import tools.jackson.databind.JsonNode;

/** Holds {@code asyncapi.yaml} to the types: every record, component, word and limit. */
class AsyncApiTest {
  private static final AsyncApiDocument DOCUMENT = new AsyncApiDocument();

  /** Moments stand in an object as {@code t} and {@code w} or {@code g}, the snapshot inline. */
  private static final Set<String> WRITTEN_OTHERWISE = Set.of("at", "since", "clockTrusted", "now");

  @Test
  void describes_every_fact_and_order_and_presence() {
    Set<String> described = new TreeSet<>();
    for (Map.Entry<String, JsonNode> schema : DOCUMENT.schemas()) {
      String record = schema.getValue().path("x-record").asString("");
      if (record.contains(".")) {
        described.add(record);
      }
    }

    Set<String> travelling =
        Stream.of(Fact.class, Order.class, Presence.class)
            .flatMap(AsyncApiTest::records)
            .filter(type -> !type.getSimpleName().equals("Unknown"))
            .map(AsyncApiTest::name)
            .collect(Collectors.toCollection(TreeSet::new));
    travelling.addAll(Set.of("Presence.Occupancy", "Presence.Climate", "Presence.Fault"));
    assertThat(described).isEqualTo(travelling);
  }

  @Test
  void describes_every_component_of_every_record() {
    Map<String, Set<String>> described = new TreeMap<>();
    for (Map.Entry<String, JsonNode> schema : DOCUMENT.schemas()) {
      String record = schema.getValue().path("x-record").asString("");
      if (!record.isEmpty()) {
        Set<String> components = new HashSet<>();
        schema
            .getValue()
            .path("properties")
            .forEach(property -> components.add(property.path("x-component").asString("")));
        components.remove("");
        described.put(record, components);
      }
    }

    for (Class<?> type : described().toList()) {
      assertThat(described.get(name(type))).as(name(type)).isEqualTo(components(type));
    }
    assertThat(described).hasSize((int) described().count());
  }

  @Test
  void lists_every_word() {
    Map<String, Class<? extends Enum<?>>> types =
        Map.of(
            "hardwareKind", HardwareKind.class,
            "passKind", PassKind.class,
            "refusalReason", RefusalReason.class,
            "faultKind", FaultKind.class,
            "orderKind", OrderKind.class,
            "levelHow", ShelfLevel.How.class,
            "missingReason", MissingReason.class,
            "doorState", Presence.DoorState.class);

    types.forEach(
        (schema, type) ->
            assertThat(words(DOCUMENT.schema(schema).path("enum")))
                .as(schema)
                .isEqualTo(
                    Arrays.stream(type.getEnumConstants())
                        .map(value -> value.name().toLowerCase(Locale.ROOT))
                        .map(name -> name.replace('_', '-'))
                        .toList()));
    assertThat(names(DOCUMENT.schema("applied").path("properties")))
        .containsExactlyInAnyOrderElementsOf(words(DOCUMENT.schema("orderKind").path("enum")));
  }

  @Test
  void the_newer_fact_and_order_are_none_of_those_described() {
    assertThat(words(DOCUMENT.at("/components/schemas/newerFact/properties/k/allOf/1/not/enum")))
        .containsExactlyInAnyOrderElementsOf(kinds("Fact."));
    assertThat(words(DOCUMENT.at("/components/schemas/newerOrder/properties/k/allOf/1/not/enum")))
        .containsExactlyInAnyOrderElementsOf(kinds("Order."));
  }

  @Test
  void names_the_size_limits_of_the_messages() {
    assertThat(title("envelope")).contains("at most " + Envelope.BYTES_MAX + " bytes");
    assertThat(title("presence")).contains("at most " + Presence.BYTES_MAX + " bytes");
    assertThat(title("order")).contains("at most " + WireCodec.ORDER_BYTES_MAX + " bytes");
    assertThat(DOCUMENT.at("/info/description").asString())
        .contains(
            "deeper than " + JsonText.DEPTH_MAX + " levels",
            "at most " + Fields.COUNT_MAX + " members");
  }

  @Test
  void names_the_topics() {
    for (TopicName.Channel channel : TopicName.Channel.values()) {
      String topic = new TopicName(new StationId("binzhou-huanghe-5"), channel).text();

      String word = topic.substring(topic.lastIndexOf('/') + 1);
      assertThat(DOCUMENT.at("/channels/" + word + "/address").asString())
          .isEqualTo(topic.replace("binzhou-huanghe-5", "{station}"));
    }
    assertThat(DOCUMENT.at("/channels")).hasSize(TopicName.Channel.values().length);
  }

  private static Stream<Class<?>> described() {
    return Stream.concat(
        Stream.of(Fact.class, Order.class, Presence.class)
            .flatMap(AsyncApiTest::records)
            .filter(type -> !type.getSimpleName().equals("Unknown")),
        Stream.of(
            Moment.class,
            Envelope.class,
            EnvelopeLabel.class,
            IssuerKey.class,
            JournalRange.class,
            ShelfLevel.class,
            Presence.Occupancy.class,
            Presence.Climate.class,
            Presence.Fault.class));
  }

  /** The records a sealed type is made of, at any depth. */
  private static Stream<Class<?>> records(Class<?> type) {
    return type.isRecord()
        ? Stream.of(type)
        : Arrays.stream(type.getPermittedSubclasses()).flatMap(AsyncApiTest::records);
  }

  private static Set<String> components(Class<?> type) {
    Set<String> names = new HashSet<>();
    for (RecordComponent component : type.getRecordComponents()) {
      names.add(component.getName());
    }
    if (type == Presence.Online.class) {
      names.addAll(components(Presence.Snapshot.class));
    }
    names.removeAll(WRITTEN_OTHERWISE);
    return names;
  }

  private static String name(Class<?> type) {
    Class<?> within = type.getEnclosingClass();
    return within == null
        ? type.getSimpleName()
        : within.getSimpleName() + "." + type.getSimpleName();
  }

  private static Set<String> kinds(String prefix) {
    Set<String> kinds = new TreeSet<>();
    for (Map.Entry<String, JsonNode> schema : DOCUMENT.schemas()) {
      if (schema.getValue().path("x-record").asString("").startsWith(prefix)) {
        kinds.add(schema.getValue().at("/properties/k/const").asString());
      }
    }
    return kinds;
  }

  private static String title(String message) {
    return DOCUMENT.at("/components/messages/" + message + "/title").asString();
  }

  private static List<String> words(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }

  private static Set<String> names(JsonNode object) {
    return new TreeSet<>(object.propertyNames());
  }
}
