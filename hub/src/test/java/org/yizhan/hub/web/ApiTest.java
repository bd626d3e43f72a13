package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yizhan.hub.people.ApiTokens;

class ApiTest extends WithHub {
  private static final JsonObject DOCUMENT = new JsonObject(OpenApiDocument.text());

  @SuppressWarnings("NullAway.Init")
  private String bearer;

  @BeforeEach
  void issueToken() {
    bearer = "Bearer " + hub.parts().tokens().issue("test", ApiTokens.Scope.READ);
  }

  private HttpResponse<String> call(String path) {
    return client.get("/api/v1" + path, "Authorization", bearer, "Accept-Language", "en");
  }

  static void assertFits(String path, String status, HttpResponse<String> answer) {
    JsonObject response =
        DOCUMENT
            .getJsonObject("paths")
            .getJsonObject(path)
            .getJsonObject("get")
            .getJsonObject("responses")
            .getJsonObject(status);
    String type = answer.headers().firstValue("Content-Type").orElse("");
    assertThat(answer.statusCode()).isEqualTo(Integer.parseInt(status));
    assertThat(response.getJsonObject("content").fieldNames()).containsExactly(type);
    JsonObject schema =
        response.getJsonObject("content").getJsonObject(type).getJsonObject("schema").copy();
    schema.put("components", DOCUMENT.getJsonObject("components"));
    Schema validator =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schema.encode(), InputFormat.JSON);
    assertThat(validator.validate(answer.body(), InputFormat.JSON)).as(answer.body()).isEmpty();
  }

  @Test
  void answers_as_its_description_says() {
    assertFits("/stations", "200", call("/stations"));
    for (String id : List.of("liaocheng-01", "liaocheng-02", "xuhui-24h", "yiling-riders")) {
      assertFits("/stations/{id}", "200", call("/stations/" + id));
    }
    assertFits("/stations/{id}/usage", "200", call("/stations/liaocheng-01/usage"));
    assertFits("/stations/{id}/usage", "400", call("/stations/liaocheng-01/usage?from=soon"));
    assertFits("/stations/{id}/usage", "404", call("/stations/no-such-one/usage"));
    assertFits("/stations/{id}", "404", call("/stations/%3Cscript%3E"));
    assertFits("/stations", "401", client.get("/api/v1/stations"));
  }

  @Test
  void describes_every_route_it_has_and_no_other() {
    Set<String> described = DOCUMENT.getJsonObject("paths").fieldNames();

    assertThat(described)
        .containsExactlyInAnyOrderElementsOf(
            Api.PATHS.stream().map(path -> path.replaceAll(":(\\w+)", "{$1}")).toList());
    assertThat(client.get("/api/v1/openapi.json").body()).isEqualTo(OpenApiDocument.text());
  }

  @Test
  void says_of_each_station_whether_it_can_be_used_and_why_not() {
    JsonArray stations = new JsonArray(call("/stations").body());

    JsonObject chained = find(stations, "liaocheng-02");
    assertThat(chained.getString("usable")).isEqualTo("no");
    assertThat(chained.getString("why")).contains("the door did not move");
    JsonObject silent = find(stations, "xuhui-24h");
    assertThat(silent.getString("usable")).isEqualTo("unknown");
    assertThat(silent.getValue("occupancy")).isNull();
    assertThat(silent.getLong("backlog")).isEqualTo(340);
    JsonObject fine = find(stations, "liaocheng-01");
    assertThat(fine.getString("usable")).isEqualTo("yes");
    assertThat(fine.getInteger("occupancy")).isEqualTo(2);
    assertThat(fine.getString("why")).isEmpty();
  }

  private static JsonObject find(JsonArray stations, String id) {
    return stations.stream()
        .map(JsonObject.class::cast)
        .filter(station -> id.equals(station.getString("id")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void counts_the_visits_of_the_hours_asked_for() {
    network.visit("liaocheng-01");
    network.visit("liaocheng-01");
    String path = "/stations/liaocheng-01/usage?from=2026-11-23T04:00:00Z&to=2026-11-23T05:00:00Z";
    int before = new JsonArray(call(path).body()).getJsonObject(0).getInteger("visits");

    network.visit("liaocheng-01");

    JsonArray hours = new JsonArray(call(path).body());
    assertThat(hours).hasSize(1);
    assertThat(hours.getJsonObject(0).getInteger("visits")).isEqualTo(before + 1);
    assertThat(call("/stations/liaocheng-01/usage?from=2026-11-23&to=2026-11-24").body())
        .contains("2026-11-23T04:00:00Z");
    assertThat(
            call("/stations/liaocheng-01/usage?from=2026-11-23T12:00:00+08:00&to=2026-11-24")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void refuses_writing_and_tokens_that_are_not_in_force() {
    assertThat(
            client
                .post("/api/v1/stations", java.util.Map.of(), "Authorization", bearer)
                .statusCode())
        .isEqualTo(405);
    hub.parts().tokens().revoke("test");
    assertThat(call("/stations").statusCode()).isEqualTo(401);
    assertThat(
            client
                .get("/api/v1/stations", "Authorization", "Bearer " + "x".repeat(3_000))
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void is_healthy_while_the_database_answers() {
    assertThat(client.get("/healthz").statusCode()).isEqualTo(200);
    assertThat(client.get("/healthz").body()).contains("\"status\":\"ok\"");
  }

  @Test
  void gives_measurements_to_this_machine_and_not_through_a_proxy() {
    call("/stations");

    String metrics = client.get("/metrics").body();

    assertThat(metrics)
        .contains("yizhan_stations{usable=\"yes\"} 2.0")
        .contains("# HELP yizhan_stations ")
        .contains("yizhan_web_requests_seconds_count");
    assertThat(client.get("/metrics", "X-Forwarded-For", "192.0.2.1").statusCode()).isEqualTo(401);
    assertThat(
            client
                .get("/metrics", "X-Forwarded-For", "192.0.2.1", "Authorization", bearer)
                .statusCode())
        .isEqualTo(200);
  }
}
