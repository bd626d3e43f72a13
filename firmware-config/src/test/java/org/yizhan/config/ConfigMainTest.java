package org.yizhan.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigMainTest {
  private static final Path STATIONS =
      Path.of(System.getProperty("yizhan.root", "."), "firmware-config", "stations");

  @TempDir private Path folder;

  private record Ran(int code, String out, String err) {}

  private static Ran run(Map<String, String> environment, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        ConfigMain.run(
            List.of(arguments),
            environment,
            new PrintWriter(out, true),
            new PrintWriter(err, true));
    return new Ran(code, out.toString(), err.toString());
  }

  private static Ran run(String... arguments) {
    return run(Map.of("LANG", "C.UTF-8"), arguments);
  }

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private Path file(String name, String content) throws IOException {
    return file(name, content.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_good_profile_gets_one_line() {
    Ran ran = run("check", STATIONS.resolve("police-post.yaml").toString());

    assertThat(ran.code).isZero();
    assertThat(ran.err).isEmpty();
    assertThat(ran.out)
        .hasLineCount(1)
        .endsWith(
            "police-post.yaml: ok — nn-minzu-post-03, Minzu Avenue police-post station (hosted, 5"
                + " fixtures, 5 supplies)\n");
  }

  @Test
  void simulated_fixtures_are_counted_aloud() throws IOException {
    Path kiosk = STATIONS.resolve("kiosk-24h.yaml");
    Path file = file("demo.yaml", Files.readString(kiosk) + "\nsimulated: true\n");

    assertThat(run("check", file.toString()).out).contains("11 of the fixtures simulated");
  }

  @Test
  void every_problem_of_every_file_is_told_with_its_place() throws IOException {
    Path good = STATIONS.resolve("shop-fridge.yaml");
    Path bad =
        file(
            "bad.yaml",
            Files.readString(good)
                .replace("kind: fridge", "kind: frigde")
                .replace("gpio: 23", "gpio: 99"));
    Path missing = folder.resolve("missing.yaml");

    Ran ran = run("check", bad.toString(), good.toString(), missing.toString());

    assertThat(ran.code).isEqualTo(1);
    assertThat(ran.out).contains("shop-fridge.yaml: ok");
    assertThat(ran.err.lines())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .startsWith(bad + ":13:7: kind: ")
                    .endsWith("— did you mean \"fridge\"?"),
            line -> assertThat(line).matches(".*:50:11: fixtures.thanks-light.gpio: .* — .*"),
            line ->
                assertThat(line)
                    .isEqualTo(missing + ":1:1: there is no such file — check the path"));
  }

  @Test
  void scripts_get_json() throws IOException {
    Path bad = file("bad.yaml", BundleTexts.PROFILE.replace("capacity: 1", "capacity: 0"));

    Ran ran =
        run("check", "--json", STATIONS.resolve("shop-fridge.yaml").toString(), bad.toString());

    assertThat(ran.code).isEqualTo(1);
    assertThat(ran.out.lines())
        .satisfiesExactly(
            line -> assertThat(line).contains("\"ok\":true,\"id\":\"qd-shinan-fridge-17\""),
            line ->
                assertThat(line)
                    .endsWith(
                        "\"ok\":false,\"problems\":[{\"line\":8,\"column\":11,\"path\":\"capacity\",\"message\":\"\\\"0\\\""
                            + " is out of range\",\"remedy\":\"write a whole number from 1 to"
                            + " 500\"}]}"));
  }

  @Test
  void text_that_is_not_utf_8_is_refused_with_its_line() throws IOException {
    byte[] gbk = "id: x\nname: {zh: 驿站}\n".getBytes(Charset.forName("GBK"));
    Path file = file("gbk.yaml", gbk);

    assertThat(run("check", file.toString()).err)
        .isEqualTo(file + ":2:12: this is not UTF-8 text — save the file as UTF-8\n");
  }

  @Test
  void binary_large_and_cut_off_files_are_refused() throws IOException {
    String binary = file("a.yaml", new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0}).toString();
    String large = file("b.yaml", "#".repeat(1_000_000)).toString();
    String cut =
        file("c.yaml", new byte[] {'i', 'd', ':', ' ', (byte) 0xe9, (byte) 0xa9}).toString();
    String utf16 = file("d.yaml", "id: x".getBytes(StandardCharsets.UTF_16)).toString();
    String empty = file("e.yaml", "").toString();

    Ran ran = run("check", binary, large, cut, utf16, empty, folder.toString());

    assertThat(ran.code).isEqualTo(1);
    assertThat(ran.err)
        .contains(
            "a.yaml:1:1: character U+007F is not allowed in YAML",
            "b.yaml:1:1: the file is larger than 65536 bytes",
            "c.yaml:1:5: this is not UTF-8 text",
            "d.yaml:1:1: this is not UTF-8 text",
            "e.yaml:1:1: the profile is empty",
            folder + ":1:1: this is a folder");
  }

  @Test
  void the_wiring_names_pins_in_both_languages() {
    String kiosk = STATIONS.resolve("kiosk-24h.yaml").toString();

    Ran english = run("wiring", kiosk);
    Ran chinese = run("--lang", "zh", "wiring", kiosk);

    assertThat(english.code).isZero();
    assertThat(english.out)
        .containsPattern("front-lock +door lock +GPIO 17 active high +11, ground 9 ")
        .containsPattern(
            "room-climate +climate sensor +I2C 1, 0x44 +SDA 3, SCL 5, 3.3 V 1, ground 6 ");
    assertThat(chinese.out).containsPattern("front-lock +门锁 +GPIO 17 高电平有效 +11，接地 9 ");
    assertThat(
            chinese
                .out
                .lines()
                .filter(line -> line.contains(" GPIO "))
                .map(ConfigMainTest::pinColumn))
        .as("the pins stand in one column, though Chinese is twice as wide")
        .containsOnly(
            pinColumn(
                chinese.out.lines().filter(l -> l.contains("GPIO 17")).findFirst().orElseThrow()));
  }

  @Test
  void a_contact_goes_to_ground_or_to_supply_by_its_active_level() throws IOException {
    String kiosk = Files.readString(STATIONS.resolve("kiosk-24h.yaml"));
    Path high =
        file("high.yaml", kiosk.replaceFirst("active: low\n  exit", "active: high\n  exit"));

    assertThat(run("wiring", STATIONS.resolve("kiosk-24h.yaml").toString()).out)
        .contains("reed contact between pin and ground");
    assertThat(run("wiring", high.toString()).out)
        .contains("reed contact between pin and 3.3 V (pin 1)");
  }

  @Test
  void only_a_station_with_a_lock_is_told_to_test_the_way_out() {
    String lock = "The lock must open without power";

    assertThat(run("wiring", STATIONS.resolve("kiosk-24h.yaml").toString()).out).contains(lock);
    assertThat(run("wiring", STATIONS.resolve("shop-fridge.yaml").toString()).out)
        .doesNotContain(lock);
  }

  private static int pinColumn(String line) {
    int at = line.indexOf("，接地");
    return at < 0 ? -1 : TextColumns.width(line.substring(0, line.lastIndexOf(' ', at)));
  }

  @Test
  void the_wiring_of_a_wrong_profile_is_refused() throws IOException {
    Path bad = file("bad.yaml", "id: x\n");

    Ran ran = run("wiring", bad.toString());

    assertThat(ran.code).isEqualTo(1);
    assertThat(ran.out).isEmpty();
    assertThat(ran.err).contains(bad + ":1:5: id: ");
  }

  @Test
  void the_schema_is_printed_whole() {
    assertThat(run("schema").out)
        .startsWith("{")
        .endsWith("}\n")
        .contains("https://json-schema.org/draft/2020-12/schema");
  }

  @Test
  void a_bundle_is_described_without_its_token() throws IOException {
    Path file = file("bundle.json", ProvisioningBundleCodec.write(BundleTexts.bundle()));
    Path broken = file("broken.json", "{");

    assertThat(run("bundle", file.toString()).out)
        .contains("qd-fridge-1", "https://hub.example.org:8443")
        .doesNotContain(BundleTexts.TOKEN);
    assertThat(run("bundle", broken.toString()))
        .satisfies(ran -> assertThat(ran.code).isEqualTo(1))
        .satisfies(ran -> assertThat(ran.err).contains("cannot be used", "hub station add"));
  }

  @ParameterizedTest(name = "LC_ALL={0} LANG={1} --lang={2}")
  @CsvSource({
    "'', zh_CN.UTF-8, '', 用法",
    "zh_CN.UTF-8, en_GB.UTF-8, '', 用法",
    "en_GB.UTF-8, zh_CN.UTF-8, '', Usage",
    "'', '', '', Usage",
    "'', C, zh, 用法",
    "zh_CN.UTF-8, zh_CN.UTF-8, en, Usage",
  })
  void help_is_in_the_language_of_the_person(
      String lcAll, String lang, String option, String expected) {
    Map<String, String> environment = Map.of("LC_ALL", lcAll, "LANG", lang);

    Ran ran =
        option.isEmpty()
            ? run(environment, "check", "--help")
            : run(environment, "check", "--help", "--lang=" + option);

    assertThat(ran.code).isZero();
    assertThat(ran.out).startsWith(expected);
  }

  @ParameterizedTest
  @CsvSource({"''", "chekc", "check", "wiring", "check --jsn x", "--lang fr check x", "schema x"})
  void a_wrong_command_gets_one_message_and_code_2(String line) {
    Ran ran = line.isEmpty() ? run() : run(line.split(" ", -1));

    assertThat(ran.code).isEqualTo(2);
    assertThat(ran.out).isEmpty();
    assertThat(ran.err).isNotBlank().contains("--help").doesNotContain("Exception");
  }

  @Test
  void both_languages_say_the_same_things() {
    for (String key : Words.EN.bundle.keySet()) {
      String english = Words.EN.bundle.getString(key);
      String chinese = Words.ZH.bundle.getString(key);

      assertThat(chinese.replaceAll("[^%]*(%[a-z])?[^%]*", "$1"))
          .as("what is filled in at %s", key)
          .isEqualTo(english.replaceAll("[^%]*(%[a-z])?[^%]*", "$1"));
      assertThat(chinese).as(key).containsPattern("[\\p{IsHan}%]");
    }
    assertThat(Words.ZH.bundle.keySet()).isEqualTo(Words.EN.bundle.keySet());
  }
}
