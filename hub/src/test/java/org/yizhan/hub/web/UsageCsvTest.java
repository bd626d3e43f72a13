package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageCsvTest extends WithHub {
  @Test
  void quotes_what_would_break_a_line() {
    assertThat(UsageCsv.field("plain 驿站")).isEqualTo("plain 驿站");
    assertThat(UsageCsv.field("a,b")).isEqualTo("\"a,b\"");
    assertThat(UsageCsv.field("say \"hi\"")).isEqualTo("\"say \"\"hi\"\"\"");
    assertThat(UsageCsv.field("two\r\nlines")).isEqualTo("\"two\r\nlines\"");
    assertThat(UsageCsv.field("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1"})
  void gives_a_spreadsheet_no_formula_to_run(String text) {
    assertThat(UsageCsv.field(text)).startsWith("'");
  }

  @Test
  void gives_each_hour_in_local_time_with_its_evidence() {
    hub.withAccount();
    client.signIn();
    network.visit("liaocheng-01");

    var answer =
        client.get("/usage.csv?station=liaocheng-01&from=2026-11-23&to=2026-11-23&lang=en");

    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .isEqualTo("attachment; filename=\"yizhan-liaocheng-01-2026-11-23-2026-11-23.csv\"");
    assertThat(answer.body())
        .startsWith(
            "\uFEFFStation or place,Hour (local time),Visits,Proved by pass and door,"
                + "\"Pass only, door not watched\",Sensor only\r\n")
        .contains("\"Changrun Road, Liaocheng\",2026-11-23T12:00:00+08:00,")
        .endsWith("\r\n");
  }
}
